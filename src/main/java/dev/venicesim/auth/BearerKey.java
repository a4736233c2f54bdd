package dev.venicesim.auth;

import dev.venicesim.auth.Caller.ApiKey;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Verdict;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code Authorization: Bearer <key>}. */
final class BearerKey {

    /** Longer keys are refused, so that a key can be a map key and a log line. */
    static final int MAX_LENGTH = 512;

    /** The scheme in any case, blanks, and the key: visible ASCII without blanks. */
    static final Pattern FORM = Pattern.compile("(?i)bearer +([\\x21-\\x7e]{1," + MAX_LENGTH + "}) *");

    private BearerKey() {}

    static Verdict<ApiKey> read(List<String> values) {
        if (values.size() > 1 && values.stream().distinct().count() > 1) {
            return refuse("several Authorization headers contradict each other");
        }
        var matcher = FORM.matcher(values.get(0));
        return matcher.matches()
                ? Verdict.accept(new ApiKey(matcher.group(1)))
                : refuse("Authorization is not Bearer and one key of at most " + MAX_LENGTH + " visible ASCII letters");
    }

    private static Verdict<ApiKey> refuse(String why) {
        return Verdict.refuse(AuthErrors.authenticationFailed(), why);
    }
}

package dev.venicesim.auth;

import dev.venicesim.auth.Caller.ApiKey;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Verdict;
import java.util.List;
import java.util.Optional;

/** Reader of {@code Authorization: Bearer <key>}. */
final class BearerKey {

    /** Longer keys are refused, so that a key can be a map key and a log line. */
    static final int MAX_LENGTH = 512;

    private static final String SCHEME = "bearer ";

    private BearerKey() {}

    static Verdict<ApiKey> read(List<String> values) {
        if (values.size() > 1 && values.stream().distinct().count() > 1) {
            return refuse("several Authorization headers contradict each other");
        }
        return in(values.get(0))
                .map(key -> Verdict.accept(new ApiKey(key)))
                .orElseGet(() -> refuse(
                        "Authorization is not Bearer and one key of at most " + MAX_LENGTH + " visible ASCII letters"));
    }

    /**
     * The key in a header's value: the scheme in any case, blanks, visible ASCII without blanks. Read for every
     * request, so written without a pattern.
     */
    static Optional<String> in(String value) {
        if (!value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        var start = SCHEME.length();
        var end = value.length();
        while (start < end && value.charAt(start) == ' ') {
            start++;
        }
        while (end > start && value.charAt(end - 1) == ' ') {
            end--;
        }
        return isKey(value, start, end) ? Optional.of(value.substring(start, end)) : Optional.empty();
    }

    private static boolean isKey(String value, int start, int end) {
        for (var i = start; i < end; i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return end > start && end - start <= MAX_LENGTH;
    }

    private static Verdict<ApiKey> refuse(String why) {
        return Verdict.refuse(AuthErrors.authenticationFailed(), why);
    }
}

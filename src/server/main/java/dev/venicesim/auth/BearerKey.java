package dev.venicesim.auth;

import dev.venicesim.auth.Caller.ApiKey;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.net.BearerScheme;
import java.util.List;

/** Reader of {@code Authorization: Bearer <key>}. */
final class BearerKey {

    private BearerKey() {}

    static Verdict<ApiKey> read(List<String> values) {
        if (values.size() > 1 && values.stream().distinct().count() > 1) {
            return refuse("several Authorization headers contradict each other");
        }
        return BearerScheme.in(values.get(0))
                .map(key -> Verdict.accept(new ApiKey(key)))
                .orElseGet(() -> refuse("Authorization is not Bearer and one key of at most " + BearerScheme.MAX_LENGTH
                        + " visible ASCII letters"));
    }

    private static Verdict<ApiKey> refuse(String why) {
        return Verdict.refuse(AuthErrors.authenticationFailed(), why);
    }
}

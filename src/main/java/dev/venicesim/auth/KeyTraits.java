package dev.venicesim.auth;

import java.util.Arrays;

/**
 * What a key says about itself by its first letters: the magic values of the simulator and the prefixes of real keys.
 *
 * @param magic what it makes the simulator do
 * @param kind which of the real prefixes it has
 */
public record KeyTraits(Magic magic, Kind kind) {

    /** The magic values for keys. */
    public enum Magic {
        /** Refused with 401. */
        REFUSED("bad-", "invalid"),
        /** Its account starts with nothing. */
        BROKE("sk-broke"),
        /** Its spend limit in USD is used up. */
        SPEND_LIMIT("sk-spend-limit"),
        /** Refused with 401: the subscription has lapsed. */
        INACTIVE("sk-inactive"),
        /** Every queue is refused with 401: for Pro users only. */
        FREE("sk-free"),
        /** An ordinary, funded key. */
        NONE("");

        private final String[] prefixes;

        Magic(String... prefixes) {
            this.prefixes = prefixes;
        }

        private boolean matches(String key) {
            return Arrays.stream(prefixes).anyMatch(key::startsWith);
        }
    }

    /** The two kinds of real keys; one with neither prefix may do what an inference key may. */
    public enum Kind {
        ADMIN("VENICE_ADMIN_KEY_"),
        INFERENCE("VENICE_INFERENCE_KEY_"),
        UNMARKED("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** The public first letters, which masking leaves readable. */
        public String prefix() {
            return prefix;
        }
    }

    static KeyTraits of(String key) {
        var magic = Arrays.stream(Magic.values())
                .filter(value -> value.matches(key))
                .findFirst()
                .orElse(Magic.NONE);
        var kind = Arrays.stream(Kind.values())
                .filter(value -> key.startsWith(value.prefix))
                .findFirst()
                .orElse(Kind.UNMARKED);
        return new KeyTraits(magic, kind);
    }
}

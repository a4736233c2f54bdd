package dev.venicesim.auth;

import dev.venicesim.net.CredentialMask;
import java.util.List;

/**
 * Traits of a key that its first letters tell: the magic values of the simulator and the prefixes of real keys.
 *
 * @param magic what it makes the simulator do
 * @param kind which of the real prefixes it has
 */
public record KeyTraits(Magic magic, Kind kind) {

    private static final List<Magic> MAGICS = List.of(Magic.values());
    private static final List<Kind> KINDS = List.of(Kind.values());

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
        /**
         * Its {@code modelPrivacy} is {@code PRIVATE_ONLY}: a queue of a model that is not private is refused with 403.
         */
        PRIVATE_ONLY("sk-private-only"),
        /** Every queue is refused with 401: for Pro users only. */
        FREE("sk-free"),
        /** An ordinary, funded key. */
        NONE("");

        private final String[] prefixes;

        Magic(String... prefixes) {
            this.prefixes = prefixes;
        }

        private boolean matches(String key) {
            for (var prefix : prefixes) {
                if (key.startsWith(prefix)) {
                    return true;
                }
            }
            return false;
        }

        /** The first letters of a key that has it. */
        String prefix() {
            return prefixes[0];
        }
    }

    /** The two kinds of real keys; one with neither prefix may do what an inference key may. */
    public enum Kind {
        ADMIN(CredentialMask.ADMIN_PREFIX),
        INFERENCE(CredentialMask.INFERENCE_PREFIX),
        UNMARKED("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** The public first letters, which masking leaves readable. */
        String prefix() {
            return prefix;
        }
    }

    /** Asked for every request of a key, so written without streams. */
    static KeyTraits of(String key) {
        return new KeyTraits(magic(key), kind(key));
    }

    /** A key that is nobody's and is treated as this one: the letters that matter, and a fingerprint. */
    public static String standIn(String key) {
        var traits = of(key);
        var prefix = traits.magic == Magic.NONE ? traits.kind.prefix() : traits.magic.prefix() + "-";
        return (prefix.isEmpty() ? "run-" : prefix) + CredentialMask.fingerprint(key);
    }

    private static Magic magic(String key) {
        for (var magic : MAGICS) {
            if (magic.matches(key)) {
                return magic;
            }
        }
        return Magic.NONE;
    }

    private static Kind kind(String key) {
        for (var kind : KINDS) {
            if (key.startsWith(kind.prefix)) {
                return kind;
            }
        }
        return Kind.UNMARKED;
    }
}

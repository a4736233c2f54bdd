package dev.venicesim.control;

import dev.venicesim.wire.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Who may use the control API.
 *
 * @param token the bearer token wanted; empty where the API is open
 */
public record AdminGuard(Optional<String> token) {

    private static final String BEARER = "Bearer ";

    /** Open on a loopback host and on purpose ({@code none}); otherwise the given token, or a random one. */
    public static AdminGuard of(boolean loopback, Optional<String> configured, String random) {
        if (configured.isEmpty()) {
            return new AdminGuard(loopback ? Optional.empty() : Optional.of(random));
        }
        return new AdminGuard(configured.filter(token -> !token.equals("none")));
    }

    boolean admits(Request request) {
        if (token.isEmpty()) {
            return true;
        }
        var given = request.header("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()))
                .orElse("");
        return MessageDigest.isEqual(bytes(given), bytes(token.get()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return token.isEmpty() ? "open" : "guarded";
    }
}

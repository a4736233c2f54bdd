package dev.venicesim.control;

import dev.venicesim.crypto.Hex;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of the control API, and the sealed values that a browser's cookie holds instead of one.
 *
 * @param admin the token that may change things; empty where everybody may
 * @param viewer the token that may read alone, if there is one
 */
public record AccessTokens(Optional<String> admin, Optional<String> viewer) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SEALED = "venice-sim session ";
    private static final char SEPARATOR = '.';

    /** What a caller may do on the whole server. */
    enum Role {
        ADMIN,
        VIEWER,
        NOBODY;

        boolean may(Right right) {
            return switch (right) {
                case OPEN, OWN -> true;
                case READ -> this != NOBODY;
                case CHANGE -> this == ADMIN;
            };
        }
    }

    /** Open on a loopback host and on purpose ({@code none}); otherwise the given admin token, or a random one. */
    public static AccessTokens of(boolean loopback, Optional<String> admin, Optional<String> viewer, String random) {
        if (admin.isEmpty()) {
            return new AccessTokens(loopback ? Optional.empty() : Optional.of(random), viewer);
        }
        return new AccessTokens(admin.filter(token -> !token.equals("none")), viewer);
    }

    /** Whether everybody may change things. */
    boolean open() {
        return admin.isEmpty();
    }

    /** The role of somebody who shows nothing. */
    Role unknown() {
        return open() ? Role.ADMIN : Role.NOBODY;
    }

    /** The role of a token; that of a stranger if it is neither. */
    Role of(String token) {
        if (admin.isPresent() && same(admin.get(), token)) {
            return Role.ADMIN;
        }
        return viewer.isPresent() && same(viewer.get(), token) ? Role.VIEWER : unknown();
    }

    /** Whether a text is one of the two tokens. */
    boolean knows(String token) {
        return admin.filter(known -> same(known, token)).isPresent()
                || viewer.filter(known -> same(known, token)).isPresent();
    }

    /**
     * What a cookie holds for a token: nobody gets the token out of it, and it is good after a restart and on every
     * replica.
     *
     * @param session a name of the session that no other has
     */
    static String seal(String token, String session) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes(token), ALGORITHM));
            return session + SEPARATOR + Hex.digits(mac.doFinal(bytes(SEALED + session)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The role of a sealed value; that of a stranger if it seals neither token. */
    Role ofSeal(String seal) {
        var session = session(seal);
        if (admin.filter(token -> same(seal(token, session), seal)).isPresent()) {
            return Role.ADMIN;
        }
        return viewer.filter(token -> same(seal(token, session), seal)).isPresent() ? Role.VIEWER : unknown();
    }

    /** The name of a sealed value's session. */
    static String session(String seal) {
        return seal.substring(0, Math.max(0, seal.indexOf(SEPARATOR)));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return open() ? "open" : "guarded";
    }
}

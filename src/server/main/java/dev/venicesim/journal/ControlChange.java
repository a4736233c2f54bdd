package dev.venicesim.journal;

import java.time.Instant;

/**
 * Change of a world by a call of the control API.
 *
 * @param after the number of the latest request before it; 0 if there was none
 * @param real when, in the outside world
 * @param method such as {@code PATCH}
 * @param path what follows the world in the call's path, such as {@code /clock}
 * @param type of its body
 * @param body as it was sent; shared, never written to
 */
public record ControlChange(long after, Instant real, String method, String path, String type, byte[] body) {

    private static final long OWN_BYTES = 160;

    /** About how much memory it takes. */
    long weight() {
        return OWN_BYTES + path.length() + body.length;
    }

    ControlChange after(long n) {
        return new ControlChange(n, real, method, path, type, body);
    }
}

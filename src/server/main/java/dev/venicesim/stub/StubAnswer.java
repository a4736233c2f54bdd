package dev.venicesim.stub;

import dev.venicesim.wire.Reply;
import java.time.Duration;

/**
 * Answer of a mapping.
 *
 * @param mapping which one, for people
 * @param reply status, headers and body
 * @param delay how long the client waits for it
 * @param dribble how long its body takes; zero sends it at once
 * @param mishap what goes wrong on the wire
 */
public record StubAnswer(String mapping, Reply.Now reply, Duration delay, Duration dribble, Mishap mishap) {

    /** WireMock's faults. */
    public enum Mishap {
        NONE,
        /** The connection is closed in good order without a byte. */
        EMPTY_RESPONSE,
        /** A head that says 200 and chunked, then what is no chunk, then the end. */
        MALFORMED_RESPONSE_CHUNK,
        /** Noise instead of a reply, then the end. */
        RANDOM_DATA_THEN_CLOSE,
        /** A reset. */
        CONNECTION_RESET_BY_PEER
    }
}

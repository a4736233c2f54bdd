package dev.venicesim.pipeline;

import dev.venicesim.wire.Reply;

/**
 * Answer to a request.
 *
 * @param by who gave it
 * @param effect what the request did
 * @param reply what is sent
 */
public record Answered(By by, Effect effect, Reply.Now reply) {

    /** Giver of an answer. A fault is none: it spoils the simulator's answer. */
    public enum By {
        SIMULATOR,
        STUB
    }

    Answered with(Reply.Now other) {
        return new Answered(by, effect, other);
    }
}

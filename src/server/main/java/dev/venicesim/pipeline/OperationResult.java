package dev.venicesim.pipeline;

import dev.venicesim.wire.Reply;

/**
 * Result of an operation.
 *
 * @param reply what the client gets, now or later
 * @param effect what was done
 */
public record OperationResult(Reply reply, Effect effect) {

    /** A reply to a request that did nothing findings look at. */
    public static OperationResult of(Reply reply) {
        return new OperationResult(reply, new Effect.None());
    }
}

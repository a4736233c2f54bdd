package dev.venicesim.service;

import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.StateStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Handler whose replies go out once what they tell is kept: whatever the request, or one before it, has changed is
 * written by then.
 *
 * @param handler what answers
 * @param store where its changes are kept
 * @param meter takes down how long they wait
 * @param away what is answered instead while the store cannot keep anything
 */
public record SettledReplies(Handler handler, StateStore store, StoreMeter meter, Supplier<Reply.Now> away)
        implements Handler {

    @Override
    public Reply handle(Request request) {
        var reply = handler.handle(request);
        if (reply instanceof Reply.Now now) {
            return store.unsettled()
                    .<Reply>map(written -> new Reply.Later(settled(written, now)))
                    .orElse(now);
        }
        return reply instanceof Reply.Later later
                ? new Reply.Later(later.stage().thenCompose(this::settled))
                : reply;
    }

    @Override
    public Reply.Now tooLarge(Request request) {
        return handler.tooLarge(request);
    }

    private CompletionStage<Reply.Now> settled(Reply.Now reply) {
        return store.unsettled()
                .map(written -> settled(written, reply))
                .orElseGet(() -> CompletableFuture.completedFuture(reply));
    }

    private CompletionStage<Reply.Now> settled(CompletionStage<Void> written, Reply.Now reply) {
        return meter.watch(written).handle((done, failure) -> failure == null ? reply : away.get());
    }
}

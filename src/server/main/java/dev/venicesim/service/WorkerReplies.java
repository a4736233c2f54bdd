package dev.venicesim.service;

import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.StoreAwayException;
import dev.venicesim.world.UnitOfWork;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Handler for a store that blocks: requests are handled on threads that may wait for it, each as one unit of work, and
 * their replies go out once what they tell is kept.
 *
 * @param handler what answers
 * @param store where its changes are kept
 * @param meter takes down how long replies wait for it
 * @param answers what it needs to know of the API that it answers for
 */
public record WorkerReplies(Handler handler, StateStore store, StoreMeter meter, Answers answers) implements Handler {

    /** What differs between the APIs. */
    public interface Answers {

        /** Why a request comes to the store; empty for one that does not come to it at all. */
        Optional<UnitOfWork.Purpose> purpose(Request request);

        /** What is answered while the store is away. */
        Reply.Now away();

        /** What is answered to a request whose body is larger than what is kept. */
        Reply.Now tooLarge();
    }

    @Override
    public Reply handle(Request request) {
        var purpose = answers.purpose(request);
        return purpose.isEmpty()
                ? handler.handle(request)
                : new Reply.Later(CompletableFuture.supplyAsync(() -> work(request, purpose.get()), store::aside)
                        .thenCompose(Function.identity())
                        .exceptionally(this::failed));
    }

    private CompletionStage<Reply.Now> work(Request request, UnitOfWork.Purpose purpose) {
        try (var unit = store.begin(purpose)) {
            var reply = handler.handle(request).stage(request);
            return unit.end()
                    .map(kept -> meter.watch(kept).thenCompose(done -> reply))
                    .orElse(reply);
        }
    }

    private Reply.Now failed(Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof StoreAwayException) {
            return answers.away();
        }
        throw failure instanceof CompletionException wrapped ? wrapped : new CompletionException(failure);
    }

    /** Answered at once, since nobody waits here; what is written down of it is written aside. */
    @Override
    public Reply.Now tooLarge(Request request) {
        answers.purpose(request).ifPresent(purpose -> store.aside(() -> writeDown(request, purpose)));
        return answers.tooLarge();
    }

    private void writeDown(Request request, UnitOfWork.Purpose purpose) {
        try (var unit = store.begin(purpose)) {
            var unused = handler.tooLarge(request);
            var unusedEnd = unit.end();
        }
    }
}

package dev.venicesim;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.control.Trials;
import dev.venicesim.journal.JournalListener;
import dev.venicesim.journal.Journals;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.journal.finding.ClientFinding;
import dev.venicesim.operation.Operations;
import dev.venicesim.operation.download.VideoDelivery;
import dev.venicesim.pipeline.PendingReplies;
import dev.venicesim.pipeline.Pipeline;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.World;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Trial of requests: the pipeline and the operations that answer clients, before a copy of a world in a store that is
 * thrown away. Delays are over at once, and stubs, which remember what they were asked, are left out.
 *
 * @param services of the server
 * @param refunds as the server's accounts have them
 * @param delivery of videos, which keeps nothing of worlds
 * @param workers for the trial, which copies a whole world
 */
record Trial(Services services, AccountService.Refunds refunds, VideoDelivery delivery, Executor workers)
        implements Trials {

    @Override
    public CompletionStage<Outcome> run(World world, Request request, Optional<ApiEdition> edition) {
        return CompletableFuture.supplyAsync(() -> tried(world, request, edition), workers)
                .thenCompose(outcome -> outcome);
    }

    private CompletionStage<Outcome> tried(World world, Request request, Optional<ApiEdition> edition) {
        var store = new MemoryStore();
        var worlds = services.worlds().copied(world, store, edition);
        var journal = new Kept();
        var apart = services.over(worlds, new AccountService(store, refunds), services.ids(), new Journals(1, journal));
        var before = world.copyIn(store);
        var pending = new PendingReplies();
        var waits = new Pipeline.Waits(pending, (delay, task) -> now(task), workers, Runnable::run);
        var reply =
                Pipeline.unlogged(apart, Operations.of(apart, delivery), waits).handle(request);
        return journal.replyOr(reply)
                .thenApply(answered -> new Outcome(answered, journal.why(), before, world.copyIn(store)));
    }

    /**
     * The same, left to the workers and one after another: a trial copies its world, however large that is. Where the
     * store blocks, a worker is at it already.
     */
    Trials inTurn() {
        var turns = new InTurn(workers);
        return (world, request, edition) -> CompletableFuture.supplyAsync(() -> run(world, request, edition), turns)
                .thenCompose(Function.identity());
    }

    private static Runnable now(Runnable task) {
        task.run();
        return () -> {};
    }

    /** The one entry of the journal, which is there before the reply is; a reply that is lost is never there. */
    private static final class Kept implements JournalListener {

        private final CompletableFuture<Optional<Reply.Now>> lost = new CompletableFuture<>();
        private volatile List<String> why = List.of();

        List<String> why() {
            return why;
        }

        CompletionStage<Optional<Reply.Now>> replyOr(Reply reply) {
            return reply instanceof Reply.Silent
                    ? lost
                    : reply.stage().<Optional<Reply.Now>>thenApply(Optional::of).applyToEither(lost, first -> first);
        }

        @Override
        public boolean awake() {
            return true;
        }

        @Override
        public void added(String world, RequestRecord entry) {
            why = entry.why();
            if (entry.status() == 0) {
                lost.complete(Optional.empty());
            }
        }

        @Override
        public void found(String world, ClientFinding finding) {}
    }
}

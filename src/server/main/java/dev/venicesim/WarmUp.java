package dev.venicesim;

import dev.venicesim.api.Operation;
import dev.venicesim.journal.Journals;
import dev.venicesim.media.render.ClipCache;
import dev.venicesim.operation.Operations;
import dev.venicesim.operation.download.VideoDelivery;
import dev.venicesim.pipeline.PendingReplies;
import dev.venicesim.pipeline.Pipeline;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.UnsentRequest;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.IdGenerator;
import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.WorldRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Warm-up of a JVM: once its first server answers, a quote and a job pass the operations that answer clients, before a
 * world in a store that is thrown away. So the classes are loaded and the catalogue is read while nobody waits for them.
 */
final class WarmUp implements Runnable {

    /** Classes are the JVM's, whatever number of servers it has. */
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private static final String CLIP =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";
    private static final String TICKET = "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"none\"}";
    private static final List<UnsentRequest> ASKED =
            List.of(post(Operation.QUOTE, CLIP), post(Operation.QUEUE, CLIP), post(Operation.RETRIEVE, TICKET));

    private final Services services;
    private final AccountService.Refunds refunds;

    /**
     * @param services of the server; what they keep is left as it is
     * @param refunds as the server's accounts have them
     */
    WarmUp(Services services, AccountService.Refunds refunds) {
        this.services = services;
        this.refunds = refunds;
    }

    /** Begins it on a thread of its own, unless this JVM has had one. */
    void beginOnce() {
        if (BEGUN.compareAndSet(false, true)) {
            var thread = new Thread(this, "venice-sim-warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        var unused = answers();
    }

    /** The replies, which nobody gets. */
    List<Reply> answers() {
        Executor here = Runnable::run;
        var store = new MemoryStore();
        var ids = new IdGenerator();
        var plan = new WorldRegistry.Plan(services.worlds().defaults(), ASKED.size(), dropped -> {});
        var worlds = new WorldRegistry(store, services.time(), ids, plan);
        var apart = services.over(worlds, new AccountService(store, refunds), ids, new Journals(ASKED.size()));
        var waits = new Pipeline.Waits(new PendingReplies(), (delay, task) -> () -> {}, here, here);
        var operations = Operations.of(apart, new VideoDelivery(new ClipCache(0), here));
        var pipeline = Pipeline.unlogged(apart, operations, waits);
        return ASKED.stream().map(pipeline::handle).toList();
    }

    private static UnsentRequest post(Operation operation, String body) {
        var headers = Headers.of("Host", "127.0.0.1")
                .with("Content-Type", "application/json")
                .with("Authorization", "Bearer warm-up");
        return UnsentRequest.of(
                "http://127.0.0.1",
                "127.0.0.1",
                "POST",
                operation.path(),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }
}

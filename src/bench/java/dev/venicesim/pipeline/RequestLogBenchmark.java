package dev.venicesim.pipeline;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.venicesim.api.Operation;
import dev.venicesim.bench.CannedRequest;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.download.DownloadLinks;
import dev.venicesim.download.LinkSigner;
import dev.venicesim.jobs.Pace;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.journal.DecisionTrace;
import dev.venicesim.journal.Journals;
import dev.venicesim.journal.finding.ClientEvent.Dropped;
import dev.venicesim.json.Json;
import dev.venicesim.media.render.ClipCache;
import dev.venicesim.money.Usd;
import dev.venicesim.operation.Operations;
import dev.venicesim.operation.download.VideoDelivery;
import dev.venicesim.scenario.ScenarioDefinition;
import dev.venicesim.scenario.ScenarioRepository;
import dev.venicesim.service.Editions;
import dev.venicesim.service.Services;
import dev.venicesim.stub.Stubs;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.Credential;
import dev.venicesim.world.IdGenerator;
import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.OpeningBalances;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldConfiguration;
import dev.venicesim.world.WorldDeclaration;
import dev.venicesim.world.WorldRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.slf4j.LoggerFactory;

/**
 * What journal and findings together add to a request: the entry with its bodies, the event drawn from it, and every
 * rule; wanted: below 5 us.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RequestLogBenchmark {

    private static final String WAN =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    private final Services services = services();
    private final RequestLog log = new RequestLog(services);
    private final WorldReader reader = new WorldReader(new PolicyCache(), services.time());
    private final World world = services.worlds().open(Credential.apiKey("bench"));
    private final Pipeline pipeline = pipeline(services);
    private final CannedRequest queue = CannedRequest.post("/api/v1/video/queue", "bench", WAN);
    private final Reply.Now queued = now(pipeline.handle(queue));
    private final VideoJob job = world.find(StateKinds.JOB, id(queued)).orElseThrow();
    private final CannedRequest retrieve = CannedRequest.post("/api/v1/video/retrieve", "bench", text(queued));
    private final Reply.Now processing = now(pipeline.handle(retrieve));
    private final CannedRequest quote = CannedRequest.post("/api/v1/video/quote", "bench", WAN);
    private final Reply.Now quoted = now(pipeline.handle(quote));

    /** The log's lines are no part of the journal. */
    @Setup
    public void quiet() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    }

    private static Services services() {
        var behaviour = new WorldConfiguration.Behaviour(
                ApiEdition.of(ApiEdition.DEFAULT),
                ScenarioDefinition.NONE,
                Pace.parse("24h"),
                false,
                QuirkSettings.defaults(),
                false,
                0);
        var plain = WorldDeclaration.plain(behaviour, OpeningBalances.of(Usd.ofCents(10_000)));
        var ids = new IdGenerator();
        var time = TimeSource.system();
        var store = new MemoryStore();
        var worlds = new WorldRegistry(store, time, ids, new WorldRegistry.Plan(plain, 100, id -> {}));
        return new Services(
                worlds,
                new AccountService(store, (world, job) -> true),
                new Editions(Catalog::of, PriceBook::of),
                new DownloadLinks(new LinkSigner(new byte[LinkSigner.KEY_BYTES])),
                ids,
                time,
                new Journals(1000),
                new ScenarioRepository());
    }

    private static Pipeline pipeline(Services services) {
        var delivery = new VideoDelivery(new ClipCache(1 << 20), Runnable::run);
        var waits = new Pipeline.Waits(new PendingReplies(), (delay, task) -> () -> {}, Runnable::run, Runnable::run);
        return new Pipeline(services, Operations.of(services, delivery), Stubs.under(Optional.empty()), waits);
    }

    private static String id(Reply.Now reply) {
        try {
            return Json.read(((Content.Bytes) reply.content()).bytes())
                    .path("queue_id")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply.Now now(Reply reply) {
        var now = (Reply.Now) reply;
        if (now.status() != 200) {
            throw new IllegalStateException(text(now));
        }
        return now;
    }

    private static String text(Reply.Now reply) {
        return new String(((Content.Bytes) reply.content()).bytes(), StandardCharsets.UTF_8);
    }

    @Benchmark
    public Exchange retrieves() {
        return write(Operation.RETRIEVE, retrieve, processing, new Effect.Polled(job, false));
    }

    @Benchmark
    public Exchange queues() {
        return write(Operation.QUEUE, queue, queued, new Effect.Queued(job));
    }

    @Benchmark
    public Exchange quotes() {
        return write(Operation.QUOTE, quote, quoted, new Effect.Quoted(Dropped.NONE));
    }

    private Exchange write(Operation operation, CannedRequest request, Reply.Now reply, Effect effect) {
        var why = new DecisionTrace();
        why.note("as it went through the pipeline");
        var incoming = new IncomingRequest(
                request, Optional.of(operation), Map.of(), why, services.time().nanos());
        var sender = RequestSender.unknown(world, request.remoteAddress());
        return log.pass(new Exchange(incoming, sender)
                .sentBy(sender, reader.read(world))
                .answered(new Answered(Answered.By.SIMULATOR, effect, reply)));
    }
}

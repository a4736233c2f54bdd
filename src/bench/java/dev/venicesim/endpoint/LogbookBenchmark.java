package dev.venicesim.endpoint;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.venicesim.bench.CannedRequest;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.catalog.price.PriceBook;
import dev.venicesim.jobs.Pace;
import dev.venicesim.journal.Journals;
import dev.venicesim.journal.Why;
import dev.venicesim.media.link.LinkSigner;
import dev.venicesim.media.render.ClipCache;
import dev.venicesim.money.Usd;
import dev.venicesim.scenario.Scenario;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Accounts;
import dev.venicesim.world.Credential;
import dev.venicesim.world.Declaration;
import dev.venicesim.world.Ids;
import dev.venicesim.world.MemoryStore;
import dev.venicesim.world.Opening;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldSettings;
import dev.venicesim.world.Worlds;
import java.nio.charset.StandardCharsets;
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

/** What journal and findings together add to a request: the entry with its bodies, the event drawn from it, and every rule; wanted: below 5 us. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LogbookBenchmark {

    private static final String WAN =
            "{\"model\":\"wan-2.6-text-to-video\",\"prompt\":\"a gondola\",\"duration\":\"5s\",\"aspect_ratio\":\"16:9\",\"resolution\":\"720p\"}";

    private final Desk desk = desk();
    private final Logbook logbook = new Logbook(desk);
    private final World world = desk.worlds().open(Credential.apiKey("bench"));
    private final CannedRequest queue = CannedRequest.post("/api/v1/video/queue", "bench", WAN);
    private final Reply.Now queued = now(api(desk).handle(queue));
    private final CannedRequest retrieve = CannedRequest.post("/api/v1/video/retrieve", "bench", text(queued));
    private final Reply.Now processing = now(api(desk).handle(retrieve));
    private final CannedRequest quote = CannedRequest.post("/api/v1/video/quote", "bench", WAN);
    private final Reply.Now quoted = now(api(desk).handle(quote));

    /** The log's lines are no part of the journal. */
    @Setup
    public void quiet() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
    }

    private static Desk desk() {
        var behaviour = new WorldSettings.Behaviour(
                Edition.E2026_06_17, Scenario.NONE, Pace.parse("24h"), false, Quirks.defaults(), false, 0);
        var plain = Declaration.plain(behaviour, Opening.of(Usd.ofCents(10_000)));
        var ids = new Ids();
        var time = TimeSource.system();
        var worlds = new Worlds(new MemoryStore(), time, ids, new Worlds.Plan(plain, 100, id -> {}));
        return new Desk(
                worlds,
                new Accounts((world, job) -> true),
                new Editions(Catalog::of, PriceBook::of),
                ids,
                time,
                new Journals(1000));
    }

    private static Api api(Desk desk) {
        var faults = new Faults(new Held(), (delay, task) -> () -> {}, Runnable::run);
        return new Api(
                desk,
                new Strays(desk),
                new Clips(new ClipCache(1 << 20), Runnable::run),
                new LinkDesk(new LinkSigner(new byte[LinkSigner.KEY_BYTES])),
                faults);
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
    public long retrieves() {
        return write("retrieve", retrieve, processing);
    }

    @Benchmark
    public long queues() {
        return write("queue", queue, queued);
    }

    @Benchmark
    public long quotes() {
        return write("quote", quote, quoted);
    }

    private long write(String endpoint, CannedRequest request, Reply.Now reply) {
        var started = desk.time().nanos();
        var why = new Why();
        why.note("as it went through the gate");
        var page = new Logbook.Page(world, request, endpoint, Optional.empty(), why, started);
        logbook.write(page, Logbook.Outcome.of(reply, Logbook.SIMULATOR));
        return started;
    }
}

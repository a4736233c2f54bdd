package dev.venicesim.bench;

import dev.venicesim.jobs.JobTimes;
import dev.venicesim.journal.Journals;
import dev.venicesim.journal.KeptBody;
import dev.venicesim.journal.RecordedExchange;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.journal.SentReply;
import dev.venicesim.journal.finding.ClientEvent;
import dev.venicesim.journal.finding.JobFacts;
import dev.venicesim.money.Usd;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Feeds journals and findings ten million requests of many worlds, every rule's subjects among them, most of which
 * break a rule, and prints what the old generation holds after a full collection at every tenth:
 * {@code java -Xmx64m -cp ... dev.venicesim.bench.FlatJournal [requests=10000000] [worlds=1000]}.
 */
public final class FlatJournal {

    private static final int JOBS_OF_A_WORLD = 2000;
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration P80 = JobTimes.p80("wan-2.6-text-to-video");

    private final Journals journals = new Journals(1000);
    private final SplittableRandom random = new SplittableRandom(7);

    private FlatJournal() {}

    public static void main(String[] arguments) {
        var requests = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000L;
        var worlds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        new FlatJournal().run(requests, worlds);
    }

    private void run(long requests, int worlds) {
        System.out.println(
                "| requests | old generation after a full collection, MB | us a request since the row above |");
        System.out.println("|---|---|---|");
        var started = System.nanoTime();
        for (long i = 1; i <= requests; i++) {
            one("world" + random.nextInt(worlds), i);
            if (i % (requests / 10) == 0) {
                var took = (System.nanoTime() - started) / 1000.0 / (requests / 10.0);
                System.out.printf(Locale.ROOT, "| %,d | %.1f | %.2f |%n", i, oldGeneration() / 1e6, took);
                started = System.nanoTime();
            }
        }
    }

    private static long oldGeneration() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().matches(".*(Old|Tenured).*"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private void one(String world, long i) {
        var at = NOON.plusMillis(i);
        var body = "{\"queue_id\":\"" + random.nextInt(JOBS_OF_A_WORLD) + "\",\"i\":" + i + "}";
        var kept = new KeptBody.Text("application/json", body.getBytes(StandardCharsets.UTF_8), body.length());
        var message =
                new RecordedExchange.Message(Map.of("Content-Type", "application/json", "User-Agent", "bench"), kept);
        var endpoint = List.of("queue", "retrieve", "download", "quote").get(random.nextInt(4));
        var n = journals.add(
                world,
                new RequestRecord(
                        0,
                        at,
                        "***0a1b2c3d",
                        "POST",
                        "/api/v1/video/" + endpoint,
                        endpoint,
                        200,
                        50,
                        "simulator",
                        List.of("because " + i),
                        new RecordedExchange("", message, message),
                        SentReply.NONE,
                        Optional.empty()));
        journals.see(world, event(n, endpoint, at));
    }

    private ClientEvent event(long n, String endpoint, Instant at) {
        var some = Integer.toString(random.nextInt(JOBS_OF_A_WORLD));
        var asked = new ClientEvent.Asked(
                "client" + some.length(),
                "print" + some,
                "192.0.2." + random.nextInt(200),
                "nonce" + some,
                some.endsWith("7"));
        var status = List.of(200, 200, 400, 429, 503).get(random.nextInt(5));
        var form = endpoint.equals("queue")
                ? ClientEvent.Form.ACCEPTED
                : endpoint.equals("retrieve") ? ClientEvent.Form.PROCESSING : ClientEvent.Form.OTHER;
        var dropped = status == 400
                ? new ClientEvent.Dropped("model" + some, Set.of("audio"), Set.of())
                : ClientEvent.Dropped.NONE;
        var arrival = random.nextInt(3) == 0 ? ClientEvent.Arrival.LOST : ClientEvent.Arrival.WHOLE;
        var pause = status == 429 ? new ClientEvent.Wait(at.plusSeconds(60), "Retry-After") : ClientEvent.Wait.NONE;
        var told = new ClientEvent.Told(status, form, arrival, pause, dropped);
        return new ClientEvent(
                n,
                new ClientEvent.Moment(at, at, at, Optional.empty(), false, Duration.ZERO),
                endpoint,
                asked,
                told,
                job(some));
    }

    private JobFacts job(String queueId) {
        var linked = random.nextBoolean();
        var fate = random.nextInt(4) == 0 ? JobFacts.Fate.FAILED : JobFacts.Fate.RUNNING;
        return new JobFacts(queueId, "wan", Usd.ofCents(55), P80, P80, false, linked, fate, Instant.MAX);
    }
}

package dev.venicesim.pipeline;

import dev.venicesim.api.Operation;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.journal.KeptBody;
import dev.venicesim.journal.LoggedRequest;
import dev.venicesim.journal.MediaText;
import dev.venicesim.journal.RecordedExchange;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.journal.ShownKey;
import dev.venicesim.journal.finding.ClientEvent;
import dev.venicesim.service.Services;
import dev.venicesim.time.TimeSource;
import dev.venicesim.time.WorldClock;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RequestSpan;
import dev.venicesim.wire.TraceParent;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldDeclaration;
import dev.venicesim.world.WorldRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Log of requests: each that is answered leaves a line in the server's log, an entry in its world's journal, and what
 * it tells of the client.
 */
final class RequestLog implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger("dev.venicesim.requests");

    private final Services services;
    private final Logger log;
    private final ClientEvents events = new ClientEvents();

    RequestLog(Services services) {
        this(services, LOG);
    }

    RequestLog(Services services, Logger log) {
        this.services = services;
        this.log = log;
    }

    /**
     * Time of an answer.
     *
     * @param world by the clock of the world in whose journal it stands
     * @param real in the outside world
     * @param micros since the request came in
     * @param clock of that world
     */
    private record Time(Instant world, Instant real, long micros, WorldClock clock) {

        static Time of(Exchange exchange, World keeper, TimeSource time) {
            var micros = (time.nanos() - exchange.incoming().startedNanos()) / 1000;
            var own = keeper.id().equals(exchange.world().id());
            var clock = own ? exchange.settings().clock() : keeper.settings().clock();
            var real = time.now();
            return new Time(clock.at(real), real, micros, clock);
        }

        ClientEvent.Moment moment() {
            var began = real.minusNanos(micros * 1000);
            var ahead = Duration.between(real, clock.ofClients(real));
            var arrival = Optional.of(clock.at(began));
            return new ClientEvent.Moment(world, real, began, arrival, clock.frozen() && !clock.shared(), ahead);
        }
    }

    @Override
    public Exchange pass(Exchange exchange) {
        var keeper = keeper(exchange);
        var time = Time.of(exchange, keeper, services.time());
        var key = SenderClaims.shownKey(exchange);
        var entry = entry(exchange, time, key);
        tell(exchange, entry, keeper);
        var n = services.journals().add(keeper.id(), entry);
        var event = events.of(n, time.moment(), exchange, new ClientEvents.Kept(entry, key), keeper);
        services.journals().see(keeper.id(), event);
        var meter = services.journals().meter();
        exchange.fault().ifPresent(strike -> meter.struck(strike.fault().label()));
        if (exchange.answer().effect() instanceof Effect.Queued queued) {
            meter.accepted(queued.made().outcome());
            if (event.told().arrival() == ClientEvent.Arrival.LOST) {
                meter.replyLost();
            }
        }
        // a fault that loses nothing takes time, in which the client may give up
        if (exchange.fault().isPresent()
                && event.told().arrival() == ClientEvent.Arrival.WHOLE
                && event.told().form() == ClientEvent.Form.ACCEPTED) {
            exchange.request().whenGone(() -> services.journals().lose(keeper.id(), event));
        }
        return event.told().form() == ClientEvent.Form.VIDEO
                ? exchange.replying(new StreamWatch(services.journals(), keeper.id(), event, entry.sent())
                        .over(exchange.answer().reply()))
                : exchange;
    }

    /** Tells the server's log and whoever traces, most of the time neither. */
    private void tell(Exchange exchange, RequestRecord entry, World keeper) {
        var span = exchange.request().span();
        if (!log.isInfoEnabled() && span == RequestSpan.NONE) {
            return;
        }
        var logged = logged(exchange, entry, keeper);
        log.info("{}", logged);
        if (span != RequestSpan.NONE) {
            span.describe(SpanDescription.of(exchange, logged));
        }
    }

    /** What the server's log says of it. */
    private static LoggedRequest logged(Exchange exchange, RequestRecord entry, World keeper) {
        var label = keeper.find(StateKinds.DECLARATION).flatMap(WorldDeclaration::label);
        var request = exchange.request();
        return new LoggedRequest(
                entry,
                keeper.id(),
                label,
                job(exchange),
                TraceParent.of(request),
                request.span().context());
    }

    private static Optional<String> job(Exchange exchange) {
        return exchange.answer().effect().job().map(VideoJob::queueId);
    }

    /** What the client is told; 0 if it gets no status at all. */
    private static int status(Exchange exchange) {
        var lost = exchange.fault().isPresent()
                && FaultyReply.isLost(exchange.fault().get().fault());
        return lost ? 0 : exchange.answer().reply().status();
    }

    private RequestRecord entry(Exchange exchange, Time time, ShownKey key) {
        var request = exchange.request();
        var reply = exchange.answer().reply();
        return new RequestRecord(
                0,
                time.world(),
                SenderClaims.name(exchange),
                request.method(),
                key.masked(path(request)),
                label(exchange),
                status(exchange),
                time.micros(),
                by(exchange),
                key.masked(MediaText.maskedAll(exchange.why().lines())),
                recorded(exchange, reply, key),
                StreamWatch.account(exchange, status(exchange)),
                Optional.of(new RequestRecord.Judged(
                        exchange.reading().map(WorldReading::realNow).orElse(time.real()), job(exchange))));
    }

    /** The operation's name; for what reached none, why. */
    static String label(Exchange exchange) {
        var operation = exchange.incoming().operation();
        return operation.isPresent() ? operation.get().label() : exchange.isStubbed() ? "stub" : "unknown";
    }

    private static String by(Exchange exchange) {
        if (exchange.isStubbed()) {
            return "stub";
        }
        return exchange.fault().isPresent() ? "fault" : "simulator";
    }

    /** A token of a download link is a credential. */
    private static String path(Request request) {
        return request.path().startsWith(Operation.LINKS)
                ? Operation.LINKS + "..."
                : MediaText.maskedPath(request.path());
    }

    private RecordedExchange recorded(Exchange exchange, Reply.Now reply, ShownKey key) {
        var request = exchange.request();
        var bodies = services.journals().bodies();
        var asked = bodies.of(request, exchange.why());
        var type = reply.headers().getOrDefault("Content-Type", "");
        var answered = request.method().equals("HEAD")
                ? KeptBody.NONE
                : bodies.of(type, reply.content(), reply.headers().getOrDefault("ETag", ""));
        return new RecordedExchange(
                key.masked(MediaText.maskedQuery(request.query())),
                new RecordedExchange.Message(key.masked(MediaText.masked(request.headers())), key.masked(asked)),
                new RecordedExchange.Message(MediaText.masked(reply.headers()), key.masked(answered)));
    }

    /**
     * Whose journal keeps it: that of what is refused at the door is its sender's, and who has no world yet shares the
     * anonymous one.
     */
    private World keeper(Exchange exchange) {
        var world = exchange.world();
        if (world.id().equals(WorldRegistry.ANONYMOUS)) {
            return SenderClaims.world(services, exchange.request()).orElse(world);
        }
        return services.worlds().has(world) ? world : services.worlds().anonymous();
    }
}

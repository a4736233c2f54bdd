package dev.venicesim.endpoint;

import dev.venicesim.auth.Credentials;
import dev.venicesim.crypto.Base64Text;
import dev.venicesim.crypto.WalletAddress;
import dev.venicesim.journal.Entry;
import dev.venicesim.journal.Exchange;
import dev.venicesim.journal.Why;
import dev.venicesim.journal.finding.Event;
import dev.venicesim.journal.finding.Event.Arrival;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Damage;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Credential;
import dev.venicesim.world.World;
import dev.venicesim.world.Worlds;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every answered request leaves a line in the log, an entry in its world's journal, and what it tells of the client. */
final class Logbook {

    /** Answered by the simulator itself. */
    static final String SIMULATOR = "simulator";

    /** Answered by a WireMock mapping. */
    static final String STUB = "stub";

    /** Answered by a fault of the scenario. */
    static final String FAULT = "fault";

    private static final Logger LOG = LoggerFactory.getLogger("dev.venicesim.requests");
    private static final String SIGN_IN = "SIGN-IN-WITH-X";

    private final Desk desk;
    private final ClientEvents events;

    Logbook(Desk desk) {
        this.desk = desk;
        this.events = new ClientEvents(desk);
    }

    /**
     * A request on its way out.
     *
     * @param world whose it is
     * @param request what was sent
     * @param endpoint the endpoint's name
     * @param queueId the job it was about, where the path says so and not the body
     * @param why its trace
     * @param startedNanos when it came in
     */
    record Page(World world, Request request, String endpoint, Optional<String> queueId, Why why, long startedNanos) {}

    /**
     * What came of a request.
     *
     * @param meant the reply as it was made
     * @param sent the reply as the client gets it; the same, unless a fault is in between
     * @param by who answered
     * @param arrival whether the client gets it whole
     */
    record Outcome(Reply.Now meant, Reply.Now sent, String by, Arrival arrival) {

        /** A reply that is sent as it was made, whatever the wire makes of it. */
        static Outcome of(Reply.Now reply, String by) {
            var lost =
                    reply.content() instanceof Content.Spoiled spoiled && !(spoiled.damage() instanceof Damage.Trickle);
            return new Outcome(reply, reply, by, lost ? Arrival.LOST : Arrival.WHOLE);
        }
    }

    void write(Page page, Outcome outcome) {
        var micros = (desk.time().nanos() - page.startedNanos()) / 1000;
        var world = keeper(page);
        var realNow = desk.time().now();
        var clock = world.settings().clock();
        var request = page.request();
        var status = outcome.sent().status();
        if (LOG.isInfoEnabled()) {
            var path = shownPath(request);
            LOG.info(request.method() + " " + path + " " + status + " " + micros + "us world=" + world.id());
        }
        var now = clock.at(realNow);
        var n = desk.journals().add(world.id(), entry(page, outcome, now, micros));
        var began = realNow.minusNanos(micros * 1000);
        var moment = new Event.Moment(now, realNow, began, clock.frozen());
        var event = events.of(n, moment, page, outcome, world);
        desk.journals().see(world.id(), event);
        // a fault that loses nothing takes time, in which the client may give up
        if (outcome.by().equals(FAULT)
                && outcome.arrival() == Arrival.WHOLE
                && event.told().form() == Event.Form.ACCEPTED) {
            request.whenGone(() -> desk.journals().lose(world.id(), event));
        }
    }

    private Entry entry(Page page, Outcome outcome, Instant now, long micros) {
        var request = page.request();
        return new Entry(
                0,
                now,
                request.method(),
                path(request),
                page.endpoint(),
                outcome.sent().status(),
                micros,
                outcome.by(),
                page.why().lines(),
                exchange(request, outcome.sent(), page.why()));
    }

    /** A token of a download link is a credential. */
    private static String path(Request request) {
        return request.path().startsWith(LinkDesk.PATH) ? LinkDesk.PATH + "..." : request.path();
    }

    private static String shownPath(Request request) {
        return Credentials.maskUrl(path(request));
    }

    private Exchange exchange(Request request, Reply.Now reply, Why why) {
        var bodies = desk.journals().bodies();
        var asked = bodies.of(request, why);
        var type = reply.headers().getOrDefault("Content-Type", "");
        var answered = request.method().equals("HEAD")
                ? dev.venicesim.journal.Body.NONE
                : bodies.of(type, reply.content(), reply.headers().getOrDefault("ETag", ""));
        return new Exchange(
                request.query(),
                new Exchange.Message(request.headers(), asked),
                new Exchange.Message(reply.headers(), answered));
    }

    /** Whose journal keeps it: that of a sign-in refused at the door is its wallet's, and who has no world yet shares the anonymous one. */
    private World keeper(Page page) {
        var world = page.world();
        if (world.id().equals(Worlds.ANONYMOUS)) {
            return page.request().header(SIGN_IN).flatMap(this::claimed).orElse(world);
        }
        return desk.worlds().has(world) ? world : desk.worlds().anonymous();
    }

    private Optional<World> claimed(String signIn) {
        return Base64Text.decode(signIn)
                .flatMap(Logbook::address)
                .flatMap(WalletAddress::parse)
                .flatMap(address -> desk.worlds().find(Credential.wallet(address.toString())));
    }

    private static Optional<String> address(byte[] payload) {
        try {
            return Optional.of(Json.read(payload).path("address").asText());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

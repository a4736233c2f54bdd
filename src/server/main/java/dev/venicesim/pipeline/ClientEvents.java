package dev.venicesim.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.api.Operation;
import dev.venicesim.fault.Fault;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.journal.ShownKey;
import dev.venicesim.journal.finding.ClientEvent;
import dev.venicesim.journal.finding.ClientEvent.Arrival;
import dev.venicesim.journal.finding.ClientEvent.Dropped;
import dev.venicesim.journal.finding.ClientEvent.Form;
import dev.venicesim.journal.finding.JobFacts;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.ReplyDamage;
import dev.venicesim.wire.Request;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Maker of the events that findings are drawn from: what a request did and what the client got of it. */
final class ClientEvents {

    /** Longer bodies carry media; what they say besides is not worth reading them, where nobody had to. */
    private static final int LONGEST_BODY = 64 * 1024;

    /** What the journal keeps of a request, and the key that is hidden in it. */
    record Kept(RequestRecord entry, ShownKey key) {}

    /**
     * The event of a request.
     *
     * @param keeper the world whose findings it is for
     */
    ClientEvent of(long n, ClientEvent.Moment moment, Exchange exchange, Kept kept, World keeper) {
        var status = kept.entry().status();
        var effect = effect(exchange);
        var told = new ClientEvent.Told(
                status,
                form(effect, exchange, status),
                arrival(exchange),
                RetryHints.told(exchange, status, moment.client()),
                dropped(effect, status));
        var job = facts(exchange, keeper, moment.world());
        return new ClientEvent(n, moment, kept.entry().endpoint(), asked(exchange, kept), told, job);
    }

    /**
     * What the client was told of, which is another thing than what was done if a fault of the user's has words of its
     * own.
     */
    private static Effect effect(Exchange exchange) {
        var effect = exchange.answer().effect();
        var replaced = exchange.fault().isPresent()
                && exchange.fault().get().fault() instanceof Fault.Respond
                && !(effect instanceof Effect.Queued);
        return replaced ? ForeignReply.of(exchange.answer().reply()).effect(exchange) : effect;
    }

    private static Form form(Effect effect, Exchange exchange, int status) {
        if (effect instanceof Effect.Queued) {
            return Form.ACCEPTED;
        }
        if (effect instanceof Effect.Delivered) {
            return delivered(exchange, status);
        }
        var readable = status == 200
                && exchange.fault()
                        .filter(by -> by.fault() instanceof Fault.Garbage)
                        .isEmpty();
        if (readable && effect instanceof Effect.Polled polled) {
            return polled.finished() ? Form.COMPLETED : Form.PROCESSING;
        }
        return Form.OTHER;
    }

    private static Form delivered(Exchange exchange, int status) {
        if (StreamWatch.hasVideo(exchange, status)) {
            return Form.VIDEO;
        }
        var foreign = exchange.isStubbed()
                || exchange.fault()
                        .filter(by -> by.fault() instanceof Fault.Respond)
                        .isPresent();
        return foreign && status >= 200 && status < 300 ? Form.FETCHED : Form.OTHER;
    }

    private static Arrival arrival(Exchange exchange) {
        if (exchange.fault().isPresent()) {
            return FaultyReply.isHarmless(exchange.fault().get()) ? Arrival.WHOLE : Arrival.LOST;
        }
        var lost = exchange.answer().reply().content() instanceof Content.Spoiled spoiled
                && !(spoiled.damage() instanceof ReplyDamage.Trickle);
        return lost ? Arrival.LOST : Arrival.WHOLE;
    }

    private static Dropped dropped(Effect effect, int status) {
        if (effect instanceof Effect.Quoted quoted && status == 200) {
            return quoted.dropped();
        }
        return effect instanceof Effect.Refused refused && status == 400 ? refused.dropped() : Dropped.NONE;
    }

    /** The job that the operation, or else the link, or else the body named. */
    private static JobFacts facts(Exchange exchange, World keeper, Instant now) {
        var known = exchange.answer().effect().job();
        if (known.isPresent()) {
            return JobFacts.of(known.get(), now);
        }
        var id = exchange.sender().linked().map(job -> job.order().queueId()).orElseGet(() -> queueId(exchange));
        return id.isEmpty()
                ? JobFacts.NONE
                : keeper.find(StateKinds.JOB, id)
                        .map(job -> JobFacts.of(job, now))
                        .orElse(JobFacts.NONE);
    }

    private static String queueId(Exchange exchange) {
        var id = exchange.incoming().operation().filter(Operation::takesBody).isPresent()
                ? body(exchange.request()).path("queue_id")
                : MissingNode.getInstance();
        return id.isTextual() ? id.textValue() : "";
    }

    private static JsonNode body(Request request) {
        try {
            return request.body().length > 0 && request.body().length <= LONGEST_BODY
                    ? request.json().root()
                    : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static ClientEvent.Asked asked(Exchange exchange, Kept kept) {
        var request = exchange.request();
        var entry = kept.entry();
        var nonce = request.header("SIGN-IN-WITH-X")
                .or(() -> request.header("X-Sign-In-With-X"))
                .map(value -> fingerprint(value.getBytes(StandardCharsets.UTF_8), 0))
                .orElse("");
        return new ClientEvent.Asked(
                client(request, entry.sender()),
                fingerprint(request.body(), salt(request, entry.status())),
                request.remoteAddress(),
                nonce,
                keyInUrl(request) || kept.key().isIn(address(request)));
    }

    /** One program that calls as one sender: others may share its world. */
    private static String client(Request request, String sender) {
        var who = sender.isEmpty() ? request.header("Authorization").orElse(request.remoteAddress()) : sender;
        var program = request.header("User-Agent").orElse("");
        return fingerprint((who + "\n" + program).getBytes(StandardCharsets.UTF_8), 0);
    }

    private static long salt(Request request, int status) {
        var address = request.path().hashCode() * 31L + request.query().hashCode();
        // a body that is too large was not kept: its length has to do
        return status == 413 ? address * 31L + request.header("Content-Length").hashCode() : address;
    }

    private static String address(Request request) {
        return request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
    }

    private static boolean keyInUrl(Request request) {
        if (request.path().startsWith(Operation.LINKS)) {
            return false;
        }
        var url = address(request);
        var suspicious = !request.query().isEmpty() || url.contains("_KEY_") || url.contains("sk-");
        return suspicious && !CredentialMask.maskUrl(url).equals(url);
    }

    /** Good enough to tell the requests of one client apart. */
    private static String fingerprint(byte[] bytes, long salt) {
        var one = new CRC32();
        one.update(bytes);
        var other = new CRC32C();
        other.update(bytes);
        return Long.toHexString(((one.getValue() << 32) | other.getValue()) + salt);
    }
}

package dev.venicesim.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.auth.Credentials;
import dev.venicesim.journal.finding.Event;
import dev.venicesim.journal.finding.Event.Form;
import dev.venicesim.journal.finding.JobFacts;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Makes of a request and its reply the event that findings are drawn from. */
final class ClientEvents {

    private static final Set<String> WITH_FIELDS = Set.of("quote", "queue", "retrieve", "complete");

    /** Longer bodies carry media; what they say besides is not worth reading them, where nobody had to. */
    private static final int LONGEST_BODY = 64 * 1024;

    private static final int LONGEST_STATUS = 400;
    private static final byte[] EMPTY = new byte[0];

    private final DroppedFields fields;

    ClientEvents(Desk desk) {
        this.fields = new DroppedFields(desk.editions());
    }

    Event of(long n, Event.Moment moment, Logbook.Page page, Logbook.Outcome outcome, World world) {
        var request = page.request();
        var body = asked(page);
        var accepted = page.endpoint().equals("queue") && outcome.meant().status() == 200;
        var queueId =
                accepted ? queueId(answered(outcome.meant())) : page.queueId().orElseGet(() -> queueId(body));
        var job = facts(world, queueId, moment.world());
        var form = accepted && !job.queueId().isEmpty() ? Form.ACCEPTED : form(outcome.sent());
        var status = outcome.sent().status();
        var told = new Event.Told(
                status,
                form,
                outcome.arrival(),
                Waiting.until(outcome.sent(), moment.real()),
                dropped(page, body, outcome.sent(), world));
        return new Event(n, moment, page.endpoint(), asked(request, status), told, job);
    }

    /** What a request says, where findings look at it. */
    private static JsonNode asked(Logbook.Page page) {
        var request = page.request();
        var readable = WITH_FIELDS.contains(page.endpoint())
                && request.body().length > 0
                && request.body().length <= LONGEST_BODY;
        try {
            return readable ? request.json().root() : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static JsonNode answered(Reply.Now reply) {
        try {
            return Json.read(bytes(reply));
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static String queueId(JsonNode body) {
        var id = body.path("queue_id");
        return id.isTextual() ? id.textValue() : "";
    }

    private Event.Dropped dropped(Logbook.Page page, JsonNode body, Reply.Now reply, World world) {
        if (page.endpoint().equals("quote") && reply.status() == 200) {
            return fields.byQuote(world, body);
        }
        return page.endpoint().equals("queue") && reply.status() == 400
                ? fields.ofQueue(world, body, reply)
                : Event.Dropped.NONE;
    }

    private static Event.Asked asked(Request request, int status) {
        var nonce = request.header("SIGN-IN-WITH-X")
                .or(() -> request.header("X-Sign-In-With-X"))
                .map(value -> fingerprint(value.getBytes(StandardCharsets.UTF_8), 0))
                .orElse("");
        return new Event.Asked(
                fingerprint(request.body(), salt(request, status)), request.remoteAddress(), nonce, keyInUrl(request));
    }

    private static long salt(Request request, int status) {
        var address = request.path().hashCode() * 31L + request.query().hashCode();
        // a body that is too large was not kept: its length has to do
        return status == 413 ? address * 31L + request.header("Content-Length").hashCode() : address;
    }

    private static boolean keyInUrl(Request request) {
        if (request.path().startsWith(LinkDesk.PATH)) {
            return false;
        }
        var url = request.query().isEmpty() ? request.path() : request.path() + "?" + request.query();
        var suspicious = !request.query().isEmpty() || url.contains("_KEY_") || url.contains("sk-");
        return suspicious && !Credentials.maskUrl(url).equals(url);
    }

    /** Good enough to tell the requests of one client apart. */
    private static String fingerprint(byte[] bytes, long salt) {
        var one = new CRC32();
        one.update(bytes);
        var other = new CRC32C();
        other.update(bytes);
        return Long.toHexString(((one.getValue() << 32) | other.getValue()) + salt);
    }

    private static Form form(Reply.Now reply) {
        if (content(reply) instanceof Content.Stream) {
            return reply.status() < 300 ? Form.VIDEO : Form.OTHER;
        }
        var body = bytes(reply);
        if (reply.status() != 200 || body.length == 0) {
            return Form.OTHER;
        }
        if (reply.headers().getOrDefault("Content-Type", "").startsWith("video/")) {
            return Form.VIDEO;
        }
        if (body.length > LONGEST_STATUS) {
            return Form.OTHER;
        }
        var text = new String(body, StandardCharsets.ISO_8859_1);
        if (text.contains("\"PROCESSING\"")) {
            return Form.PROCESSING;
        }
        return text.contains("\"COMPLETED\"") ? Form.COMPLETED : Form.OTHER;
    }

    private static byte[] bytes(Reply.Now reply) {
        return content(reply) instanceof Content.Bytes bytes ? bytes.bytes() : EMPTY;
    }

    private static Content content(Reply.Now reply) {
        return reply.content() instanceof Content.Spoiled spoiled ? spoiled.whole() : reply.content();
    }

    private static JobFacts facts(World world, String queueId, Instant now) {
        return queueId.isEmpty()
                ? JobFacts.NONE
                : world.find(Kinds.JOB, queueId)
                        .map(job -> JobFacts.of(job, now))
                        .orElse(JobFacts.NONE);
    }
}

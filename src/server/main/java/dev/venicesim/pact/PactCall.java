package dev.venicesim.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.api.Operation;
import dev.venicesim.journal.Bodies;
import dev.venicesim.journal.KeptBody;
import dev.venicesim.journal.RecordedExchange;
import dev.venicesim.journal.RequestRecord;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One request of a client with its reply, as others may see them.
 *
 * @param operation of the API that it asked for
 * @param asked the body that was sent, media as their hash; a missing node if it was no JSON
 * @param answered the whole body of the reply; a missing node if it was no JSON, or too long to be kept
 */
public record PactCall(RequestRecord entry, Operation operation, JsonNode asked, JsonNode answered) {

    /** What a wallet signs, which nobody can sign again. */
    private static final Set<String> SIGNED =
            Set.of("sign-in-with-x", "x-sign-in-with-x", "payment-signature", "x-402-payment", "x-payment");

    /** Nothing, if no operation of the API was asked for. */
    public static Optional<PactCall> of(RequestRecord entry) {
        return Arrays.stream(Operation.values())
                .filter(one -> one.method().equals(entry.method()) && isAt(one.path(), entry.path()))
                .findFirst()
                .map(one -> new PactCall(
                        entry,
                        one,
                        json(entry.exchange().request().body()),
                        isWhole(entry.exchange().reply().body())
                                ? json(entry.exchange().reply().body())
                                : MissingNode.getInstance()));
    }

    private static boolean isAt(String template, String path) {
        var brace = template.indexOf('{');
        return brace < 0
                ? template.equals(path)
                : path.startsWith(template.substring(0, brace)) && path.length() > brace;
    }

    private static JsonNode json(KeptBody body) {
        var json = Bodies.json(body);
        return json.isContainerNode() ? json : MissingNode.getInstance();
    }

    /** Whether a body can be sent, or compared, as it was: of media only the hash is kept, of long texts the beginning. */
    private static boolean isWhole(KeptBody body) {
        return body instanceof KeptBody.Text text && text.kept().length == text.bytes();
    }

    /** The header's first value, whatever the case of its name; empty if it was not sent. */
    public static String header(RecordedExchange.Message message, String name) {
        return message.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Whether the body can be sent again as it was. */
    public boolean isAskedWhole() {
        return isWhole(entry.exchange().request().body());
    }

    public int status() {
        return entry.status();
    }

    boolean isSigned() {
        return SIGNED.stream()
                .anyMatch(name -> !header(entry.exchange().request(), name).isEmpty());
    }

    boolean hasKey() {
        return !header(entry.exchange().request(), "Authorization").isEmpty();
    }

    public boolean hasRequestBody() {
        var body = entry.exchange().request().body();
        return !(body instanceof KeptBody.Text text) || text.bytes() > 0;
    }

    String replyType() {
        return header(entry.exchange().reply(), "Content-Type");
    }

    public boolean isVideo() {
        return replyType().startsWith("video/");
    }

    public String model() {
        return asked.path("model").asText();
    }

    /** Empty if none is named. */
    public String queueId() {
        return asked.path("queue_id").asText();
    }

    /** The words of an error, or its code where it has an object of them. */
    public String error() {
        var error = answered.path("error");
        return error.isObject() ? error.path("code").asText(error.path("type").asText()) : error.asText();
    }

    /** What makes it another interaction than others of the same operation and status. */
    String variant() {
        var variant = new StringBuilder();
        if (status() >= 400) {
            variant.append(error()).append(answered.path("details")).append(answered.path("issues"));
        } else {
            variant.append(answered.path("status"))
                    .append(answered.path("success"))
                    .append(isVideo());
        }
        if (operation != Operation.RETRIEVE && operation != Operation.COMPLETE) {
            var members = new TreeSet<String>();
            asked.fieldNames().forEachRemaining(members::add);
            variant.append(model()).append(members).append(entry.exchange().query());
        }
        return operation + " " + status() + " " + hasKey() + " " + variant;
    }

    /** A sentence for people. */
    String description() {
        var path = operation.path().replaceFirst("^" + Operation.ROOT, "");
        var of = model().isEmpty() ? "" : " of " + model();
        var with = isVideo()
                ? " and a video"
                : answered.path("status").isTextual()
                        ? " and " + answered.path("status").asText()
                        : status() >= 400 && !error().isEmpty() ? ": " + error() : "";
        return operation.method() + " " + path + of + (hasKey() || operation.isOfLinks() ? "" : " without a key")
                + " is answered with " + status() + with;
    }
}

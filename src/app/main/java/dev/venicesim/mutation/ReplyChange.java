package dev.venicesim.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map.Entry;
import java.util.function.BiConsumer;

/** Change of a reply as a clause describes it: each member of the description is one step. */
final class ReplyChange {

    private ReplyChange() {}

    static PassingReply of(JsonNode change, PassingReply reply) {
        var changed = reply;
        for (var step : change.properties()) {
            changed = step(step, changed);
        }
        return changed;
    }

    private static PassingReply step(Entry<String, JsonNode> step, PassingReply reply) {
        var how = step.getValue();
        return switch (step.getKey()) {
            case "status" -> reply.withStatus(how.intValue());
            case "body" -> reply.withBody(Json.bytes(how)).with("content-type", "application/json; charset=utf-8");
            case "text" -> reply.withBody(how.textValue().getBytes(StandardCharsets.UTF_8));
            case "cut" -> reply.withBody(Arrays.copyOf(reply.body(), (int) (reply.body().length * how.doubleValue())));
            case "headers" -> headers(how, reply);
            case "remove" -> member(reply, how, ObjectNode::remove);
            case "asText" ->
                member(
                        reply,
                        how,
                        (body, name) -> body.put(name, body.path(name).asText()));
            case "set" -> each(reply, how, (body, entry) -> body.set(entry.getKey(), entry.getValue()));
            case "rename" ->
                each(reply, how, (body, entry) -> body.set(entry.getValue().asText(), body.remove(entry.getKey())));
            case "add" -> each(reply, how, ReplyChange::add);
            default -> throw new IllegalStateException("no step of a change is called " + step.getKey());
        };
    }

    private static void add(ObjectNode body, Entry<String, JsonNode> entry) {
        var sum = body.path(entry.getKey()).decimalValue().add(entry.getValue().decimalValue());
        body.put(entry.getKey(), new BigDecimal(sum.toPlainString()));
    }

    private static PassingReply headers(JsonNode headers, PassingReply reply) {
        var changed = reply;
        for (var header : headers.properties()) {
            changed = header.getValue().isNull()
                    ? changed.without(header.getKey())
                    : changed.with(header.getKey(), header.getValue().asText());
        }
        return changed;
    }

    private static PassingReply member(PassingReply reply, JsonNode names, BiConsumer<ObjectNode, String> change) {
        if (json(reply) instanceof ObjectNode body) {
            names.forEach(name -> {
                if (body.has(name.asText())) {
                    change.accept(body, name.asText());
                }
            });
            return reply.withBody(Json.bytes(body));
        }
        return reply;
    }

    private static PassingReply each(
            PassingReply reply, JsonNode entries, BiConsumer<ObjectNode, Entry<String, JsonNode>> change) {
        if (json(reply) instanceof ObjectNode body) {
            entries.properties().forEach(entry -> change.accept(body, entry));
            return reply.withBody(Json.bytes(body));
        }
        return reply;
    }

    /** The body, if it is JSON. */
    static JsonNode json(PassingReply reply) {
        try {
            return reply.type().contains("json") ? Json.read(reply.body()) : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}

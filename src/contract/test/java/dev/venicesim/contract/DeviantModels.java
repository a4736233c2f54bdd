package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.edit;
import static dev.venicesim.contract.Deviations.row;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.Deviations.Row;
import dev.venicesim.contract.Meddler.Change;
import dev.venicesim.contract.Meddler.Reply;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Deviations of one model among all, and of the list. */
final class DeviantModels {

    private static final String LIST = "/models?type=video";

    private DeviantModels() {}

    static List<Row> models() {
        return List.of(
                quote("kling costs a cent more", "kling", DeviantModels::dearer),
                quote("one model costs a hundredth", "wan-2.5-preview-text", body -> body.put("quote", 0.01)),
                row("quote.", "veo ignores the resolution", () -> first("veo")).by("quote.every-model"),
                row("quote.", "seedance ignores the duration", () -> first("seedance"))
                        .by("quote.every-model"),
                row(
                                "quote.",
                                "one model is not to be quoted",
                                (asked, reply) -> asked.body().contains("\"pixverse-")
                                        ? new Reply(
                                                404,
                                                reply.headers(),
                                                "{\"error\":\"Specified model not found\"}"
                                                        .getBytes(StandardCharsets.UTF_8))
                                        : reply)
                        .by("quote.every-model"),
                row(
                                "quote.",
                                "one model is named in another's reply",
                                (asked, reply) -> asked.body().contains("\"vidu-")
                                        ? reply.with("x-venice-model-id", "longcat-text-to-video")
                                        : reply)
                        .by("quote.every-model"),
                row(
                                "quote.",
                                "a quote with a key is dearer",
                                (asked, reply) -> asked.headers().containsKey("authorization")
                                                && asked.contains("/video/quote")
                                                && reply.status() == 200
                                        ? edit("/video/quote", 200, DeviantModels::dearer)
                                                .apply(asked, reply)
                                        : reply)
                        .by("quote.keyed"),
                row("quote.", "a quote with a key costs its price", DeviantModels::charged)
                        .by("quote.keyed"),
                row(
                                "models.",
                                "the last model is missing",
                                edit(
                                        LIST,
                                        200,
                                        body -> data(body).remove(data(body).size() - 1)))
                        .by("models.edition"),
                row(
                                "models.",
                                "a model is of the wrong type",
                                edit(
                                        LIST,
                                        200,
                                        body -> ((ObjectNode) data(body).get(3).at("/model_spec/constraints"))
                                                .put("model_type", "video")))
                        .by("models.edition"),
                row(
                                "rules.kling",
                                "kling is quoted at any length",
                                (asked, reply) -> asked.body().contains("\"99s\"") && asked.contains("/video/quote")
                                        ? new Reply(
                                                200, reply.headers(), "{\"quote\":1}".getBytes(StandardCharsets.UTF_8))
                                        : reply)
                        .by("rules.kling"),
                row(
                                "models.",
                                "a duration is listed that quote refuses",
                                edit(LIST, 200, body -> texts(body, "durations").add("27s")))
                        .by("models.listed-values"));
    }

    private static Row quote(String says, String id, Consumer<ObjectNode> change) {
        return row(
                        "quote.",
                        says,
                        (asked, reply) -> asked.body().contains("\"" + id)
                                ? edit("/video/quote", 200, change).apply(asked, reply)
                                : reply)
                .by("quote.every-model");
    }

    private static void dearer(ObjectNode body) {
        body.put("quote", body.path("quote").decimalValue().add(new BigDecimal("0.01")));
    }

    /** Whatever is asked of a model costs what was asked first. */
    private static Change first(String family) {
        var quotes = new ConcurrentHashMap<String, Reply>();
        return (asked, reply) -> {
            var id = asked.body().replaceFirst(".*\"model\":\"([^\"]*)\".*", "$1");
            return asked.contains("/video/quote") && reply.status() == 200 && id.startsWith(family)
                    ? quotes.computeIfAbsent(id, none -> reply)
                    : reply;
        };
    }

    private static Change charged() {
        var quotes = new ConcurrentLinkedQueue<BigDecimal>();
        return (asked, reply) -> {
            var paid = quotes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            var told = Deviations.lower(reply, paid.toPlainString());
            if (asked.contains("/video/quote")
                    && reply.status() == 200
                    && asked.headers().containsKey("authorization")) {
                quotes.add(new BigDecimal(reply.text().replaceAll("[^\\d.]", "")));
            }
            return told;
        };
    }

    private static ArrayNode data(ObjectNode body) {
        return (ArrayNode) body.path("data");
    }

    private static ArrayNode texts(ObjectNode body, String list) {
        for (var model : data(body)) {
            if (model.path("id").asText().startsWith("kling")
                    && model.at("/model_spec/constraints/model_type").asText().equals("text-to-video")) {
                return (ArrayNode) model.at("/model_spec/constraints/" + list);
            }
        }
        throw new IllegalStateException("no such model");
    }
}

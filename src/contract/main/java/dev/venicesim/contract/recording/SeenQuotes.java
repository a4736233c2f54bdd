package dev.venicesim.contract.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.spending.QuotedPrice;
import dev.venicesim.json.Json;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Quotes that somebody else asked for, and the price rows that give them. */
public final class SeenQuotes {

    /** Of a request that can be quoted by its length alone. */
    private static final Set<String> BY_LENGTH =
            Set.of("model", "duration", "resolution", "aspect_ratio", "audio", "prompt", "image_url");

    private final Map<Place, Map<String, Heard>> heard = new TreeMap<>(
            Comparator.comparing(Place::model).thenComparing(Place::resolution, Comparator.reverseOrder()));

    private record Place(String model, String resolution) {}

    /** Quotes of a ratio, with sound and without. */
    private record Heard(TreeMap<Integer, BigDecimal> loud, TreeMap<Integer, BigDecimal> silent) {

        /** A length that was asked for in one way alone costs the same in the other. */
        Quoted.Lengths lengths() {
            var with = new TreeMap<>(silent);
            with.putAll(loud);
            var without = new TreeMap<>(loud);
            without.putAll(silent);
            return new Quoted.Lengths(with, without);
        }
    }

    /** Takes a quote, if it is one that a row can give. */
    public void add(JsonNode asked, JsonNode answered) {
        var duration = asked.path("duration").asText();
        var price = QuotedPrice.amount(answered);
        if (price.isEmpty() || !duration.matches("0*[1-9]\\d{0,2}s")) {
            return;
        }
        for (var field : asked.properties()) {
            if (!BY_LENGTH.contains(field.getKey())) {
                return;
            }
        }
        var ofRatio = heard.computeIfAbsent(
                        new Place(
                                asked.path("model").asText(),
                                asked.path("resolution").asText()),
                        place -> new LinkedHashMap<>())
                .computeIfAbsent(
                        asked.path("aspect_ratio").asText(), ratio -> new Heard(new TreeMap<>(), new TreeMap<>()));
        var quotes = asked.path("audio").asBoolean(true) ? ofRatio.loud() : ofRatio.silent();
        quotes.put(Integer.valueOf(duration.replace("s", "")), price.get());
    }

    public boolean isEmpty() {
        return heard.isEmpty();
    }

    /**
     * The rows, as the file {@code serve --prices} takes.
     *
     * @param source who quoted
     * @param date when, such as {@code 2026-09-28}
     */
    public ObjectNode file(String source, String date) {
        var known = new KnownPrices();
        var file = Json.object();
        var rows = file.putArray("rows");
        heard.forEach((place, ratios) -> {
            var row = rows.addObject();
            row.putArray("models").add(place.model());
            if (!place.resolution().isEmpty()) {
                row.putArray("resolutions").add(place.resolution());
            }
            var first = ratios.keySet().iterator().next();
            var ask = new PriceQuery(model(place.model(), first), place.resolution(), new TreeMap<>(Map.of(1, "1s")));
            var quoted = quoted(ratios);
            known.giving(ask, quoted).ifPresentOrElse(price -> price.writeTo(row), () -> quoted.writeTo(row));
            row.put("source", source);
            row.put("date", date);
        });
        return file;
    }

    private static Quoted quoted(Map<String, Heard> ratios) {
        var usual = ratios.values().iterator().next().lengths();
        var others = new LinkedHashMap<String, Quoted.Lengths>();
        ratios.forEach((ratio, quotes) -> {
            if (ratio.indexOf(':') > 0 && !quotes.lengths().equals(usual)) {
                others.put(ratio, quotes.lengths());
            }
        });
        return new Quoted(usual, others, new TreeMap<>());
    }

    private static JsonNode model(String id, String ratio) {
        var model = Json.object().put("id", id);
        model.putObject("model_spec")
                .putObject("constraints")
                .putArray("aspect_ratios")
                .add(ratio);
        return model;
    }
}

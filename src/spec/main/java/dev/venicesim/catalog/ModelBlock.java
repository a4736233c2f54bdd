package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One model's block in an edition's data file. */
record ModelBlock(JsonNode node) {

    private static final Pattern RANGE = Pattern.compile("(\\d+)s\\.\\.(\\d+)s");

    String id() {
        return node.path("id").textValue();
    }

    ModelKind kind() {
        return ModelKind.find(node.path("kind").textValue()).orElseThrow();
    }

    /** The rows that make its rules: its kind's, the shared ones it names, its own keys. */
    List<RuleRow> rows(RuleBook book) {
        var rows = new ArrayList<>(book.rows(kind(), DataNodes.strings(node.path("rules"))));
        rows.add(RuleRow.of(new UserFileObject(node, id())));
        return rows;
    }

    ModelCard card() {
        return new ModelCard(
                node.path("name").textValue(),
                node.path("created").longValue(),
                node.path("privacy").textValue(),
                node.path("betaModel").booleanValue(),
                node.path("uncensored").booleanValue(),
                node.path("modelSource").asText(""),
                deprecation(),
                Map.of());
    }

    private List<Deprecation> deprecation() {
        var end = node.path("deprecation");
        if (end.isMissingNode()) {
            return List.of();
        }
        return List.of(new Deprecation(
                end.path("date").textValue(),
                end.path("removesAt").textValue(),
                end.path("autoRemap").booleanValue(),
                end.path("replacementModelId").asText("")));
    }

    Constraints constraints(RuleBook book) {
        var flags = DataNodes.stringSet(node.path("flags"));
        var audio = new Constraints.Audio(
                flags.contains("audio"),
                flags.contains("audio_configurable"),
                flags.contains("audio_input"),
                flags.contains("per_reference_audio"));
        return new Constraints(
                book.modelType(kind()),
                DataNodes.strings(node.path("aspect_ratios")),
                DataNodes.strings(node.path("resolutions")),
                durations(),
                audio,
                flags.contains("video_input"),
                numbers(),
                Map.of());
    }

    private List<String> durations() {
        var durations = node.path("durations");
        if (durations.isArray()) {
            return DataNodes.strings(durations);
        }
        var range = RANGE.matcher(durations.textValue());
        if (!range.matches()) {
            throw new IllegalStateException(id() + ": no range of durations: " + durations);
        }
        return IntStream.rangeClosed(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)))
                .mapToObj(seconds -> seconds + "s")
                .toList();
    }

    private Map<String, BigDecimal> numbers() {
        var numbers = new LinkedHashMap<String, BigDecimal>();
        for (var key : WireConstraints.NUMBERS) {
            if (node.has(key)) {
                numbers.put(key, node.path(key).decimalValue());
            }
        }
        return Collections.unmodifiableMap(numbers);
    }
}

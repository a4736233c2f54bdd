package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The video models of a reply, by id.
 *
 * @param models in the reply's order
 * @param others of the list, whose type is not video, by id
 * @param odd entries that cannot be compared, or stand there twice
 */
record ModelList(Map<String, JsonNode> models, Map<String, JsonNode> others, List<Drift> odd) {

    /**
     * @param reply of {@code GET /models?type=video}, or its {@code data} alone
     * @throws IllegalArgumentException if it is no list of video models, saying what it is instead
     */
    static ModelList of(JsonNode reply) {
        var data = reply.isArray() ? reply : reply.path("data");
        var models = new LinkedHashMap<String, JsonNode>();
        var odd = new ArrayList<Drift>();
        var others = new LinkedHashMap<String, JsonNode>();
        for (var i = 0; i < data.size(); i++) {
            var model = data.path(i);
            var id = model.path("id").isTextual() ? model.path("id").textValue() : "";
            if (!model.path("type").asText("video").equals("video")) {
                others.putIfAbsent(id, model);
            } else if (id.isEmpty()) {
                odd.add(Drift.of(
                        Severity.BREAKING,
                        Felt.MODEL,
                        "data/" + i,
                        "has no id, so it was not compared: " + JsonExcerpt.shown(model)));
            } else if (models.putIfAbsent(id, model) != null) {
                odd.add(Drift.of(Severity.NOTABLE, Felt.MODEL, id, "listed twice; the first was compared"));
            }
        }
        if (models.isEmpty()) {
            throw new IllegalArgumentException("it " + instead(reply, data, others.size())
                    + "; give a saved reply of GET /models?type=video, or the base URL");
        }
        return new ModelList(models, others, List.copyOf(odd));
    }

    private static String instead(JsonNode reply, JsonNode data, int others) {
        if (reply.has("error")) {
            return "holds an error, " + JsonExcerpt.shown(reply.path("error"));
        }
        if (!data.isArray()) {
            return "holds no list" + (reply.has("data") ? ", its data is " + JsonExcerpt.kind(data) : " under data");
        }
        return others > 0 ? "holds " + others + " models, none of them a video model" : "holds no video model";
    }
}

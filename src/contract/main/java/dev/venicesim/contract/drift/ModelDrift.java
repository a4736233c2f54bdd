package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.ModelsReply;
import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Comparison of a models list, live or saved, with an edition's: models added and removed, and every field of the
 * others, those nobody knew among them.
 */
public final class ModelDrift {

    private final List<Drift> found = new ArrayList<>();

    private ModelDrift() {}

    /**
     * Every difference, in the edition's order, then the new models.
     *
     * @param reply of {@code GET /models?type=video}, or its {@code data} alone
     * @throws IllegalArgumentException if it is no models list, saying what it is instead
     */
    public static List<Drift> of(ApiEdition edition, JsonNode reply) {
        var theirs = ModelList.of(reply);
        var body = new ModelsReply(Catalog.of(edition)).models("video").orElseThrow();
        var drift = new ModelDrift();
        drift.compare(ModelList.of(Json.trusted(body)).models(), theirs);
        drift.found.addAll(theirs.odd());
        return List.copyOf(drift.found);
    }

    private void compare(Map<String, JsonNode> ours, ModelList theirs) {
        ours.forEach((id, model) -> {
            var now = theirs.models().getOrDefault(id, theirs.others().get(id));
            if (now == null) {
                found.add(Drift.of(Severity.BREAKING, Felt.MODEL, id, "removed from the list" + announced(model))
                        .alike("removed from the list"));
            } else {
                fields(id, "", model, now);
            }
        });
        theirs.models().forEach((id, model) -> {
            if (!ours.containsKey(id)) {
                var limits = model.at("/model_spec/constraints");
                var says = limits.isMissingNode() ? " without constraints" : ": " + JsonExcerpt.shown(limits);
                found.add(Drift.of(Severity.HARMLESS, Felt.MODEL, id, "added to the list" + says)
                        .alike("added to the list"));
            }
        });
    }

    private static String announced(JsonNode model) {
        var date = model.at("/model_spec/deprecation/removesAt").asText();
        return date.isEmpty() ? "" : ", as announced for " + date;
    }

    private void fields(String id, String at, JsonNode was, JsonNode is) {
        var names = new LinkedHashSet<String>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var field = at + name;
            value(id, field.replaceFirst("^model_spec\\.", ""), field, was.path(name), is.path(name));
        }
    }

    private void value(String id, String shown, String field, JsonNode was, JsonNode is) {
        if (was.isObject() && is.isObject()) {
            fields(id, field + ".", was, is);
        } else if (isWords(was) && isWords(is)) {
            words(id, shown, was, is);
        } else if (!JsonExcerpt.same(was, is)) {
            var says = was.isMissingNode()
                    ? "new: " + JsonExcerpt.shown(is)
                    : JsonExcerpt.shown(was) + " became " + JsonExcerpt.shown(is);
            var severity = ModelChangeImpact.of(shown, was, is);
            var drift = Drift.about(severity, ModelChangeImpact.felt(shown), id, shown, says);
            found.add(
                    drift.felt() == Felt.MONEY
                            ? drift.alike(was.isMissingNode() ? "now priced" : "priced otherwise")
                            : drift);
        }
    }

    private static boolean isWords(JsonNode list) {
        if (!list.isArray()) {
            return false;
        }
        for (var word : list) {
            if (!word.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private void words(String id, String field, JsonNode was, JsonNode is) {
        if (was.equals(is)) {
            return;
        }
        var limits = field.startsWith("constraints.");
        var gone = SchemaDescription.without(SchemaDescription.of(was), SchemaDescription.of(is));
        var come = SchemaDescription.without(SchemaDescription.of(is), SchemaDescription.of(was));
        if (!gone.isEmpty()) {
            add(limits ? Severity.BREAKING : Severity.NOTABLE, id, field, "no longer " + said(gone));
        }
        if (!come.isEmpty()) {
            var first = limits && was.isEmpty();
            var says = (first ? "had none, now lists " : "now also ") + said(come);
            add(first ? Severity.BREAKING : limits ? Severity.HARMLESS : Severity.NOTABLE, id, field, says);
        }
        if (gone.isEmpty() && come.isEmpty()) {
            var says = was.size() == is.size()
                    ? "in another order: " + said(SchemaDescription.of(is))
                    : JsonExcerpt.shown(was) + " became " + JsonExcerpt.shown(is);
            add(Severity.HARMLESS, id, field, says);
        }
    }

    private static String said(Set<String> words) {
        return words.stream()
                .map(word -> word.isBlank() ? '"' + word + '"' : word)
                .collect(Collectors.joining(", "));
    }

    private void add(Severity severity, String id, String field, String says) {
        found.add(Drift.about(severity, ModelChangeImpact.felt(field), id, field, says));
    }
}

package dev.venicesim.operation.video;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.Verdict;
import dev.venicesim.journal.finding.ClientEvent.Dropped;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.service.Editions;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Fields of a request that its model lacks, so that quote ignores them and queue refuses them. */
@Verified(on = "2026-10-02", source = "docs/api/quote.md#fields-that-quote-ignores")
final class DroppedFields {

    private static final List<RequestField> INPUTS = List.of(RequestField.values());

    /** Longer bodies carry media, and are not looked through once more. */
    private static final int LONGEST_BODY = 64 * 1024;

    private DroppedFields() {}

    /** What quote ignores of a request. */
    static Dropped byQuote(Model model, JsonNode body) {
        return lacking(model, body, name -> true);
    }

    /**
     * What queue refused, if quote takes the same body without a word. Whether it does, only its validator can say: a
     * refusal may name other fields besides. It is asked of the few bodies alone that were refused for a field their
     * model lacks.
     */
    static Dropped ofQueue(Exchange exchange, Editions.Simulated edition, ApiError error) {
        if (error.status() != 400) {
            return Dropped.NONE;
        }
        try {
            var body = exchange.request().json().root();
            var refused = names(error.body());
            var dropped = edition.catalog()
                    .find(body.path("model").asText())
                    .map(model -> lacking(model, body, refused::contains))
                    .orElse(Dropped.NONE);
            return dropped.fields().isEmpty() || isQuoted(exchange, edition, body)
                    ? dropped
                    : new Dropped(dropped.model(), Set.of(), dropped.defaults());
        } catch (IOException e) {
            return Dropped.NONE;
        }
    }

    private static boolean isQuoted(Exchange exchange, Editions.Simulated edition, JsonNode body) {
        return exchange.request().body().length <= LONGEST_BODY
                && edition.validator().quote(body, exchange.quirks()) instanceof Verdict.Accepted;
    }

    private static Dropped lacking(Model model, JsonNode body, Predicate<String> wanted) {
        var lacking = new HashSet<String>();
        for (var input : INPUTS) {
            if (body.has(input.field()) && !model.rules().accepts(input) && wanted.test(input.field())) {
                lacking.add(input.field());
            }
        }
        return lacking.isEmpty() ? Dropped.NONE : new Dropped(model.id(), Set.copyOf(lacking), defaults(body, lacking));
    }

    private static Set<String> defaults(JsonNode body, Set<String> fields) {
        return RequestField.FILE_DEFAULTS.entrySet().stream()
                .filter(field -> fields.contains(field.getKey().field()))
                .filter(field -> body.path(field.getKey().field()).asText().equals(field.getValue()))
                .map(field -> field.getKey().field() + ": " + field.getValue())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The fields an error in Zod's form names. */
    private static Set<String> names(JsonNode error) {
        var fields = new HashSet<String>();
        error.path("details").fieldNames().forEachRemaining(fields::add);
        error.path("issues").forEach(issue -> {
            fields.add(issue.path("path").path(0).asText());
            issue.path("keys").forEach(key -> fields.add(key.asText()));
        });
        return fields;
    }
}

package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.validation.Shape.Fields;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Judges request bodies against the edition's schemas and the rules of the model they name. A refusal holds every problem in one Zod answer; the media themselves are not looked into.
 * Safe for any number of threads; schemas and rules are compiled when first needed.
 */
public final class Validator {

    private final Catalog catalog;
    private final SchemaShapes shapes;
    private final Map<QueueKey, RuleSet> queues = new ConcurrentHashMap<>();
    private final Map<String, RuleSet> quotes = new ConcurrentHashMap<>();

    private record QueueKey(String model, Variant variant) {}

    private Validator(Catalog catalog) {
        this.catalog = catalog;
        this.shapes = SchemaShapes.of(catalog.edition());
    }

    /** A validator for the models of a catalogue, with the schemas of its edition. */
    public static Validator of(Catalog catalog) {
        return new Validator(catalog);
    }

    public Edition edition() {
        return catalog.edition();
    }

    /** Judges a body of {@code POST /video/queue}. */
    public Verdict<QueueRequest> queue(JsonNode body, Quirks quirks) {
        var variant = Variant.of(quirks);
        return model(body, shapes.queue(), quirks).then(model -> {
            var resolved = Aliases.resolve(body, quirks);
            var rules = queueRules(model, variant);
            return verdict(rules.check(resolved, model), rules, () -> RequestReader.queue(resolved, model));
        });
    }

    /** Judges a body of {@code POST /video/quote}, which takes more than queue does: unknown fields and fields the model lacks are dropped. */
    public Verdict<QuoteRequest> quote(JsonNode body, Quirks quirks) {
        return model(body, shapes.quote(), quirks).then(model -> {
            var resolved = Aliases.resolve(body, quirks);
            var rules = quoteRules(model);
            return verdict(rules.check(resolved, model), rules, () -> RequestReader.quote(resolved, model));
        });
    }

    /** Judges a body of {@code POST /video/retrieve}. */
    public Verdict<RetrieveRequest> retrieve(JsonNode body, Quirks quirks) {
        return named(body, shapes.retrieve(), quirks, RequestReader::retrieve);
    }

    /** Judges a body of {@code POST /video/complete}. */
    public Verdict<CompleteRequest> complete(JsonNode body, Quirks quirks) {
        return named(body, shapes.complete(), quirks, RequestReader::complete);
    }

    /** Judges a body of {@code POST /video/transcriptions}. */
    public Verdict<TranscriptionRequest> transcription(JsonNode body) {
        return plain(body, shapes.transcription(), RequestReader::transcription);
    }

    /** Judges the {@code type} of {@code GET /models}, as a union of two lists of words. */
    public Verdict<String> modelsType(String type) {
        return type(type, shapes.modelsQuery());
    }

    /** Judges the {@code type} of {@code GET /models/traits} and {@code /models/compatibility_mapping}, which know neither {@code all} nor {@code code}. */
    public Verdict<String> mapsType(String type) {
        return type(type, shapes.mapsQuery());
    }

    /** The rules a queue request for this model is held to, in words, each with its source and date. */
    public List<String> describe(Model model) {
        return queueRules(model, Variant.of(Quirks.defaults())).describe(model);
    }

    private Verdict<String> type(String type, Fields schema) {
        var query = JsonNodeFactory.instance.objectNode().put("type", type);
        return plain(query, schema, value -> value.path("type").asText());
    }

    private RuleSet queueRules(Model model, Variant variant) {
        return queues.computeIfAbsent(
                new QueueKey(model.id(), variant),
                key -> RuleSet.compile(variant.schema(shapes.queue()), model, variant.fields(), CrossRules.TABLE));
    }

    private RuleSet quoteRules(Model model) {
        return quotes.computeIfAbsent(
                model.id(), key -> RuleSet.compile(shapes.quote(), model, QuoteRules.TABLE, QuoteRules.ACROSS));
    }

    /** The model a body names; without one, everything the schema alone can tell. */
    private Verdict<Model> model(JsonNode body, Fields schema, Quirks quirks) {
        var id = body.path("model");
        if (!id.isTextual()) {
            var problems = new Problems();
            ShapeChecker.check(schema, body, problems);
            return refused(problems, List.of());
        }
        return catalog.find(id.textValue())
                .map(Verdict::accept)
                .orElseGet(() -> Verdict.refuse(
                        unknown(id.textValue(), quirks),
                        "unknown-model (api-facts 11 #58, 2026-08-21): edition " + catalog.edition()
                                + " has no such model"));
    }

    private static ApiError unknown(String id, Quirks quirks) {
        return switch (quirks.get(Quirk.UNKNOWN_MODEL)) {
            case "404-named" -> RequestErrors.modelNotFound(Echo.of(id));
            case "400" -> RequestErrors.invalidModel();
            default -> RequestErrors.modelNotFound();
        };
    }

    private <T> Verdict<T> named(JsonNode body, Fields schema, Quirks quirks, Function<JsonNode, T> reader) {
        var mode = quirks.get(Quirk.MISSING_MODEL);
        var model = body.path("model");
        if (mode.equals("plain") && body.isObject() && !model.isTextual()) {
            return Verdict.refuse(
                    model.isMissingNode() ? RequestErrors.modelRequired() : RequestErrors.modelMustBeString(),
                    "model-required (quirk missing-model=plain; observed A3, 2026-10-02)");
        }
        return plain(body, mode.equals("lenient") ? SchemaShapes.withoutModel(schema) : schema, reader);
    }

    private <T> Verdict<T> plain(JsonNode body, Fields schema, Function<JsonNode, T> reader) {
        var problems = new Problems();
        ShapeChecker.check(schema, body, problems);
        return problems.none() ? Verdict.accept(reader.apply(body)) : refused(problems, List.of());
    }

    private <T> Verdict<T> verdict(Problems problems, RuleSet rules, Supplier<T> value) {
        return problems.none() ? Verdict.accept(value.get()) : refused(problems, rules.rules());
    }

    private <T> Verdict<T> refused(Problems problems, List<Rule> rules) {
        return Verdict.refuse(RequestErrors.invalid(problems.violations()), Why.of(problems, rules, edition()));
    }
}

package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.NearestName;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.validation.Shape.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Validator of request bodies against the edition's schemas and the rules of the model they name. A refusal holds every
 * problem in one Zod answer; the media themselves are not looked into. Safe for any number of threads; schemas and
 * rules are compiled when first needed.
 */
public final class Validator {

    private final Catalog catalog;
    private final SchemaShapes shapes;
    private final Map<QueueKey, RuleSet> queues = new ConcurrentHashMap<>();
    private final Map<String, RuleSet> quotes = new ConcurrentHashMap<>();

    private record QueueKey(String model, RuleVariant variant) {}

    private Validator(Catalog catalog) {
        this.catalog = catalog;
        this.shapes = SchemaShapes.of(catalog.edition());
    }

    /** A validator for the models of a catalogue, with the schemas of its edition. */
    public static Validator of(Catalog catalog) {
        return new Validator(catalog);
    }

    ApiEdition edition() {
        return catalog.edition();
    }

    /** Judges a body of {@code POST /video/queue}. */
    public Verdict<QueueRequest> queue(JsonNode body, QuirkSettings quirks) {
        var variant = RuleVariant.of(quirks);
        return model(body, shapes.queue(), quirks).then(model -> {
            var resolved = FileDefaults.without(FieldAliases.resolve(body, quirks), model, quirks);
            var rules = queueRules(model, variant);
            return verdict(rules.check(resolved, model), rules, () -> RequestReader.queue(resolved, model));
        });
    }

    /**
     * Judges a body of {@code POST /video/quote}, which takes more than queue does: unknown fields and fields the model
     * lacks are dropped.
     */
    public Verdict<QuoteRequest> quote(JsonNode body, QuirkSettings quirks) {
        return model(body, shapes.quote(), quirks).then(model -> {
            var resolved = FieldAliases.resolve(body, quirks);
            var rules = quoteRules(model);
            return verdict(rules.check(resolved, model), rules, () -> RequestReader.quote(resolved, model));
        });
    }

    /** Judges a body of {@code POST /video/retrieve}. */
    public Verdict<RetrieveRequest> retrieve(JsonNode body, QuirkSettings quirks) {
        return named(body, shapes.retrieve(), quirks, RequestReader::retrieve);
    }

    /** Judges a body of {@code POST /video/complete}. */
    public Verdict<CompleteRequest> complete(JsonNode body, QuirkSettings quirks) {
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

    /**
     * Judges the {@code type} of {@code GET /models/traits} and {@code /models/compatibility_mapping}, which know
     * neither {@code all} nor {@code code}.
     */
    public Verdict<String> mapsType(String type) {
        return type(type, shapes.mapsQuery());
    }

    /** The listed id that a request means by an id; the id itself where nobody lists it. */
    public String listedId(String id, QuirkSettings quirks) {
        return catalog.named(id)
                .or(() -> quirks.is(ApiQuirk.REMOVED_MODEL, "remap") ? catalog.replacing(id) : Optional.empty())
                .map(Model::id)
                .orElse(id);
    }

    /** The refusal of a retrieve that names a model nobody lists, where the quirk has it so. */
    public Optional<Refusal> unlisted(Optional<String> model, QuirkSettings quirks) {
        return quirks.is(ApiQuirk.RETRIEVE_UNLISTED_MODEL, "404")
                ? model.filter(id -> catalog.named(id).isEmpty())
                        .map(id -> new Refusal(
                                unknown(id, quirks),
                                "edition " + catalog.edition()
                                        + " has no such model (quirk retrieve-unlisted-model=404)"))
                : Optional.empty();
    }

    /** The rules a queue request for this model is held to, in words, each with its source and date. */
    public List<String> describe(Model model) {
        return queueRules(model, RuleVariant.of(QuirkSettings.defaults())).describe(model);
    }

    private Verdict<String> type(String type, Fields schema) {
        var query = JsonNodeFactory.instance.objectNode().put("type", type);
        return plain(query, schema, value -> value.path("type").asText());
    }

    private RuleSet queueRules(Model model, RuleVariant variant) {
        return queues.computeIfAbsent(
                new QueueKey(model.id(), variant),
                key -> RuleSet.compile(variant.schema(shapes.queue()), model, variant.fields(), CrossRules.TABLE));
    }

    private RuleSet quoteRules(Model model) {
        return quotes.computeIfAbsent(
                model.id(), key -> RuleSet.compile(shapes.quote(), model, QuoteRules.TABLE, QuoteRules.ACROSS));
    }

    /** The model a body names; without one, everything the schema alone can tell. */
    private Verdict<Model> model(JsonNode body, Fields schema, QuirkSettings quirks) {
        var id = body.path("model");
        if (lacksModel(body) && quirks.is(ApiQuirk.MISSING_MODEL, "plain")) {
            return withoutModel(body);
        }
        if (!id.isTextual()) {
            var problems = new ProblemCollector();
            ShapeChecker.check(schema, body, problems);
            return refused(problems, List.of());
        }
        return catalog.named(id.textValue())
                .map(Verdict::accept)
                .or(() -> removed(id.textValue(), quirks))
                .orElseGet(() -> Verdict.refuse(
                        unknown(id.textValue(), quirks),
                        "unknown-model"
                                + " (docs/api/disagreements.md, \"Unknown models\", 2026-08-21): edition "
                                + catalog.edition()
                                + " has no such model"));
    }

    /**
     * What becomes of a request for a model that is gone from the list, docs/api/edition-2026-10-02.md#removed-models.
     */
    private Optional<Verdict<Model>> removed(String id, QuirkSettings quirks) {
        if (!catalog.isRemoved(id)) {
            return Optional.empty();
        }
        return switch (quirks.get(ApiQuirk.REMOVED_MODEL)) {
            case "remap" ->
                Optional.of(catalog.replacing(id)
                        .map(Verdict::accept)
                        .orElseGet(() -> gone("the model is gone from the list, and none here takes its place")));
            case "410" -> Optional.of(gone("the model is gone from the list (quirk removed-model=410)"));
            default -> Optional.empty();
        };
    }

    private static Verdict<Model> gone(String why) {
        return Verdict.refuse(RequestErrors.modelRemoved(), why);
    }

    private ApiError unknown(String id, QuirkSettings quirks) {
        return switch (quirks.get(ApiQuirk.UNKNOWN_MODEL)) {
            case "404-named" -> named(EchoedValue.of(id));
            case "400" -> RequestErrors.invalidModel();
            default -> RequestErrors.modelNotFound();
        };
    }

    private ApiError named(String id) {
        return NearestName.to(id, catalog.listed().stream().map(Model::id).toList())
                .map(nearest -> RequestErrors.modelNotFound(id, nearest))
                .orElseGet(() -> RequestErrors.modelNotFound(id));
    }

    private <T> Verdict<T> named(JsonNode body, Fields schema, QuirkSettings quirks, Function<JsonNode, T> reader) {
        var mode = quirks.get(ApiQuirk.MISSING_MODEL);
        if (lacksModel(body) && mode.equals("plain")) {
            return withoutModel(body);
        }
        return plain(body, mode.equals("lenient") ? SchemaShapes.withoutModel(schema) : schema, reader);
    }

    private static boolean lacksModel(JsonNode body) {
        return body.isObject() && !body.path("model").isTextual();
    }

    private static <T> Verdict<T> withoutModel(JsonNode body) {
        return Verdict.refuse(
                body.has("model") ? RequestErrors.modelMustBeString() : RequestErrors.modelRequired(),
                "model-required (quirk missing-model=plain;"
                        + " docs/api/errors.md, \"Plain request errors\", 2026-10-02)");
    }

    private <T> Verdict<T> plain(JsonNode body, Fields schema, Function<JsonNode, T> reader) {
        var problems = new ProblemCollector();
        ShapeChecker.check(schema, body, problems);
        return problems.none() ? Verdict.accept(reader.apply(body)) : refused(problems, List.of());
    }

    private <T> Verdict<T> verdict(ProblemCollector problems, RuleSet rules, Supplier<T> value) {
        return problems.none() ? Verdict.accept(value.get()) : refused(problems, rules.rules());
    }

    private <T> Verdict<T> refused(ProblemCollector problems, List<RequestRule> rules) {
        return Verdict.refuse(RequestErrors.invalid(problems.violations()), RuleTrace.of(problems, rules, edition()));
    }
}

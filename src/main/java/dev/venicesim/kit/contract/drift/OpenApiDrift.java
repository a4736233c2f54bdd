package dev.venicesim.kit.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Edition;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.drift.Drift.Severity;
import dev.venicesim.kit.contract.drift.SchemaDrift.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How an OpenAPI file of the API differs from an edition's schemas: fields, enums, caps, statuses, headers. */
public final class OpenApiDrift {

    private static final String RESOURCES = "/dev/venicesim/schemas/";

    /** Our schema, whose way it goes, and where the file has it. */
    private record Place(String schema, Direction direction, String where) {}

    private static final List<Place> PLACES = List.of(
            new Place("quote-request", Direction.REQUEST, "QuoteVideoRequest"),
            new Place("quote-reply", Direction.REPLY, "post /video/quote 200"),
            new Place("queue-request", Direction.REQUEST, "QueueVideoRequest"),
            new Place("queue-reply", Direction.REPLY, "post /video/queue 200"),
            new Place("retrieve-request", Direction.REQUEST, "RetrieveVideoRequest"),
            new Place("retrieve-reply", Direction.REPLY, "post /video/retrieve 200"),
            new Place("complete-request", Direction.REQUEST, "CompleteVideoRequest"),
            new Place("complete-reply", Direction.REPLY, "post /video/complete 200"),
            new Place("transcription-request", Direction.REQUEST, "CreateVideoTranscriptionRequestSchema"),
            new Place("models-reply", Direction.REPLY, "get /models 200"),
            new Place("models-traits-reply", Direction.REPLY, "get /models/traits 200"),
            new Place("error-standard", Direction.REPLY, "StandardError"),
            new Place("error-detailed", Direction.REPLY, "DetailedError"),
            new Place("error-content-violation", Direction.REPLY, "ContentViolationError"),
            new Place("error-provider-policy", Direction.REPLY, "ProviderContentPolicyError"),
            new Place("error-payload-too-large", Direction.REPLY, "PayloadTooLargeError"),
            new Place("error-needs-consent", Direction.REPLY, "post /video/queue 409"),
            new Place("top-up-reply", Direction.REPLY, "post /x402/top-up 200"),
            new Place("x402-balance-reply", Direction.REPLY, "get /x402/balance/{walletAddress} 200"));

    /** The statuses both editions' files declare. Source: api-facts 1.1. */
    private static final Map<String, Set<String>> STATUSES = statuses();

    private final Edition edition;
    private final OpenApiFile file;
    private final List<Pattern> known;
    private final List<Drift> found = new ArrayList<>();

    private OpenApiDrift(Edition edition, OpenApiFile file) {
        this.edition = edition;
        this.file = file;
        this.known = known(edition);
    }

    /**
     * Every difference.
     *
     * @throws IllegalArgumentException if the text is no OpenAPI file of this API, in words
     */
    public static List<Drift> of(Edition edition, String yaml) {
        var drift = new OpenApiDrift(edition, OpenApiFile.read(yaml));
        PLACES.forEach(drift::schema);
        STATUSES.forEach(drift::operation);
        return List.copyOf(drift.found);
    }

    /** The version a file says it is of. */
    public static String version(String yaml) {
        return OpenApiFile.read(yaml).version();
    }

    private void schema(Place place) {
        var theirs = file.schema(place.where());
        if (theirs.isMissingNode()) {
            found.add(new Drift(Severity.BREAKING, place.schema(), "the file has no " + place.where()));
            return;
        }
        for (var one : SchemaDrift.between(
                read(edition.id() + "/" + place.schema() + ".schema.json"), theirs, place.direction())) {
            var line = place.schema() + " " + one.key();
            if (known.stream().noneMatch(pattern -> pattern.matcher(line).matches())) {
                found.add(new Drift(one.severity(), line, one.says()));
            }
        }
    }

    private void operation(String place, Set<String> expected) {
        var operation = file.operation(place);
        if (operation.isMissingNode()) {
            found.add(new Drift(Severity.BREAKING, place, "gone from the file"));
            return;
        }
        var responses = operation.path("responses");
        var is = new TreeSet<String>();
        responses.fieldNames().forEachRemaining(is::add);
        var gone = new TreeSet<>(expected);
        gone.removeAll(is);
        is.removeAll(expected);
        gone.forEach(status -> found.add(new Drift(Severity.HARMLESS, place, "no longer declares " + status)));
        is.forEach(status -> found.add(new Drift(Severity.NOTABLE, place, "now also declares " + status)));
        if (expected.contains("402")) {
            header(place, "402", responses, "PAYMENT-REQUIRED");
            header(place, "200", responses, "X-Balance-Remaining");
        }
    }

    private void header(String place, String status, JsonNode responses, String name) {
        if (!responses.path(status).path("headers").has(name)) {
            found.add(new Drift(Severity.NOTABLE, place + " " + status, "no longer declares the header " + name));
        }
    }

    private static Map<String, Set<String>> statuses() {
        var table = new LinkedHashMap<String, Set<String>>();
        table.put("post /video/quote", Set.of("200", "400", "403"));
        table.put("post /video/queue", Set.of("200", "400", "401", "402", "403", "409", "413", "422", "500"));
        table.put("post /video/retrieve", Set.of("200", "400", "401", "402", "403", "404", "422", "500", "503"));
        table.put("post /video/complete", Set.of("200", "400", "401", "402", "500"));
        return table;
    }

    /** The differences that ship with their reasons, where {@code *} stands for anything. */
    private static List<Pattern> known(Edition edition) {
        var patterns = new ArrayList<Pattern>();
        for (var entry : read("differences.json")) {
            if (entry.path("edition").asText(edition.id()).equals(edition.id())) {
                entry.path("at")
                        .forEach(at -> patterns.add(Pattern.compile(
                                Pattern.quote(entry.path("schema").asText() + " " + at.asText())
                                        .replace("*", "\\E.*\\Q"))));
            }
        }
        return patterns;
    }

    private static JsonNode read(String name) {
        try (var in = OpenApiDrift.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCES + name + " is missing from the class path");
            }
            return Json.trusted(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Ages of what a catalogue says of its models: each constraint and rule is documented, observed or derived, by what
 * {@code editions/evidence.json} makes of its source.
 */
final class RuleAges {

    /** The name under which a model that no edition knows says how its rules were concluded. */
    static final String RULES = "rules";

    private static final Pattern DATE = Pattern.compile("20\\d\\d-[01]\\d-[0-3]\\d");
    private static final String DERIVED = "derived";
    private static final List<String> WAYS = List.of("documented", "observed", DERIVED);

    private final LocalDate edition;
    private final List<JsonNode> rows;

    RuleAges(ApiEdition edition) {
        this.edition = LocalDate.parse(edition.id());
        this.rows = StreamSupport.stream(
                        EditionFiles.read("evidence.json").path("rows").spliterator(), false)
                .toList();
    }

    ObjectNode write(Catalog catalog, LocalDate today) {
        var summary = new AgeSummary(WAYS, today);
        models(catalog)
                .forEach(model -> model.provenance()
                        .values()
                        .forEach(origin -> summary.add(model.id(), way(origin), since(origin))));
        var node = summary.toJson();
        var unknown = node.putArray("byFamily");
        models(catalog).filter(model -> model.provenanceOf(RULES).inferred()).forEach(model -> unknown.add(model.id()));
        return node;
    }

    String way(Provenance origin) {
        return origin.inferred() ? DERIVED : row(origin).path("known").textValue();
    }

    Optional<LocalDate> since(Provenance origin) {
        var row = row(origin);
        if (row.has("date")) {
            return Optional.of(LocalDate.parse(row.path("date").textValue()));
        }
        var found = DATE.matcher(origin.source());
        if (found.find()) {
            return Optional.of(LocalDate.parse(found.group()));
        }
        return row.path("undated").booleanValue() ? Optional.empty() : Optional.of(edition);
    }

    private JsonNode row(Provenance origin) {
        return rows.stream()
                .filter(row -> origin.source().contains(row.path("contains").textValue()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Model> models(Catalog catalog) {
        return Stream.concat(catalog.listed().stream(), catalog.unlisted().stream());
    }
}

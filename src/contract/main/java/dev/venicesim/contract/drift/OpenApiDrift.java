package dev.venicesim.contract.drift;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.drift.Drift.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Comparison of an OpenAPI file of the API, of any version, with an edition: operations, parameters, fields, enums,
 * caps, statuses, headers.
 */
public final class OpenApiDrift {

    /** Source: servers of the files of both editions. */
    private static final String BASE_URL = "https://api.venice.ai/api/v1";

    /** Under these the simulator answers; whatever else the API has is no matter of an edition. */
    private static final List<String> SIMULATED =
            List.of("/video/", "/models", "/x402/", "/billing/", "/api_keys/rate_limits");

    private final OpenApiFile file;
    private final List<Drift> found = new ArrayList<>();

    private OpenApiDrift(OpenApiFile file) {
        this.file = file;
    }

    /**
     * Every difference, operation by operation, then schema by schema.
     *
     * @throws IllegalArgumentException if the text is no OpenAPI file of this API, in words
     */
    public static List<Drift> of(ApiEdition edition, String yaml) {
        return between(EditionOperations.of(edition), OpenApiFile.read(yaml));
    }

    static List<Drift> between(List<OperationSpec> edition, OpenApiFile file) {
        return new OpenApiDrift(file).against(edition);
    }

    private List<Drift> against(List<OperationSpec> edition) {
        file.baseUrl()
                .filter(url -> !url.equals(BASE_URL))
                .ifPresent(url ->
                        found.add(new Drift(Severity.BREAKING, "servers", "base URL " + BASE_URL + " became " + url)));
        var theirs = file.operations();
        var schemas = new SchemaPlaces();
        var known = new LinkedHashSet<String>();
        for (var operation : edition) {
            known.add(operation.key());
            if (theirs.containsKey(operation.key())) {
                new OperationDrift(operation, theirs.get(operation.key()), schemas, found).compare();
            } else {
                found.add(new Drift(Severity.BREAKING, operation.place(), "gone from the file"));
            }
        }
        added(theirs, known);
        found.addAll(schemas.drifts());
        return List.copyOf(found);
    }

    private void added(Map<String, OperationSpec> theirs, Set<String> known) {
        theirs.values().stream()
                .filter(operation -> !known.contains(operation.key()))
                .filter(operation ->
                        SIMULATED.stream().anyMatch(root -> path(operation).startsWith(root)))
                .forEach(operation -> found.add(new Drift(Severity.HARMLESS, operation.place(), "new operation")));
    }

    private static String path(OperationSpec operation) {
        return operation.place().substring(operation.place().indexOf(' ') + 1);
    }
}

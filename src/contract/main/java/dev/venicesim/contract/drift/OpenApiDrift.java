package dev.venicesim.contract.drift;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.drift.Drift.Felt;
import dev.venicesim.contract.drift.Drift.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Comparison of an OpenAPI file of the API, of any version, with an edition or with an older file: operations,
 * parameters, fields, enums, caps, statuses, headers, addresses, callbacks, payment, and what descriptions say.
 */
public final class OpenApiDrift {

    /** Source: servers of the files of both editions. */
    private static final List<String> BASE_URL = List.of("https://api.venice.ai/api/v1");

    /** Under these the simulator answers; whatever else the API has is no matter of an edition. */
    private static final List<String> SIMULATED =
            List.of("/video/", "/models", "/x402/", "/billing/", "/api_keys/rate_limits");

    private static final String GONE = "gone from the file";
    private static final String NEW = "new operation";

    private final List<String> servers;
    private final OpenApiFile file;
    private final List<Drift> found = new ArrayList<>();

    private OpenApiDrift(List<String> servers, OpenApiFile file) {
        this.servers = servers;
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
        return new OpenApiDrift(BASE_URL, file).against(edition);
    }

    /** What became different from one file to a later one, of what the simulator has a part in. */
    static List<Drift> between(OpenApiFile older, OpenApiFile newer) {
        return new OpenApiDrift(older.baseUrls(), newer).against(simulated(older));
    }

    static List<OperationSpec> simulated(OpenApiFile file) {
        return file.operations().values().stream()
                .filter(OpenApiDrift::isSimulated)
                .toList();
    }

    private List<Drift> against(List<OperationSpec> before) {
        ServerDrift.between("servers", servers, file.baseUrls(), found);
        var theirs = file.operations();
        var schemas = new SchemaPlaces();
        var known = new LinkedHashSet<String>();
        for (var operation : before) {
            known.add(operation.key());
            var now = theirs.get(operation.key());
            if (now == null) {
                add(Severity.BREAKING, operation, GONE);
            } else {
                new OperationDrift(operation, now, schemas, found).compare();
                new ExtrasDrift(operation, now, schemas, found).compare(servers, file.baseUrls());
            }
        }
        added(theirs, known);
        found.addAll(schemas.drifts());
        return List.copyOf(found);
    }

    private void added(Map<String, OperationSpec> theirs, Set<String> known) {
        theirs.values().stream()
                .filter(operation -> !known.contains(operation.key()))
                .filter(OpenApiDrift::isSimulated)
                .forEach(operation -> add(Severity.HARMLESS, operation, NEW));
    }

    private void add(Severity severity, OperationSpec operation, String says) {
        found.add(Drift.of(severity, Felt.OPERATION, operation.place(), says));
    }

    static boolean isGone(Drift drift) {
        return drift.says().equals(GONE);
    }

    static boolean isNew(Drift drift) {
        return drift.says().equals(NEW);
    }

    private static boolean isSimulated(OperationSpec operation) {
        return isSimulated(operation.place().substring(operation.place().indexOf(' ') + 1));
    }

    static boolean isSimulated(String path) {
        return SIMULATED.stream().anyMatch(path::startsWith);
    }
}

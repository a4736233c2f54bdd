package dev.venicesim.validation;

import dev.venicesim.catalog.ApiEdition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** The line that a refusal leaves in the request's trace: which rules, from where, as of when. */
final class RuleTrace {

    private static final String ADDRESS =
            "media-address (OpenAPI; docs/api/media.md, \"Addresses of media\", 2026-10-02)";

    private RuleTrace() {}

    static String of(ProblemCollector problems, List<RequestRule> rules, ApiEdition edition) {
        var origins = new LinkedHashMap<String, String>();
        origins.put(ShapeReader.SCHEMA, "schema (OpenAPI " + edition.apiVersion() + ", " + edition + ")");
        origins.put("media-address", ADDRESS);
        rules.forEach(rule -> origins.put(rule.id(), rule.origin().toString()));
        var named = problems.rules().stream()
                .map(id -> origins.getOrDefault(id, id))
                .collect(Collectors.joining("; "));
        var paths = problems.violations().stream()
                .limit(10)
                .map(violation -> violation.path().toString())
                .distinct()
                .collect(Collectors.joining(", "));
        return "refused by " + named + " at " + paths;
    }
}

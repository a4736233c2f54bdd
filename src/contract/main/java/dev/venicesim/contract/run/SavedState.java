package dev.venicesim.contract.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.WholeFile;
import dev.venicesim.contract.check.CheckResult;
import dev.venicesim.contract.check.Difference;
import dev.venicesim.json.Json;
import dev.venicesim.json.NamedFile;
import dev.venicesim.money.Usd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a run as its file keeps it: results so far, money, and jobs with their links, so that only its owner may
 * read it. Holds no key. Thread-safe.
 */
final class SavedState {

    private final Optional<Path> file;
    private final ObjectNode json;

    private SavedState(Optional<Path> file, ObjectNode json) {
        this.file = file;
        this.json = json;
    }

    /**
     * The state of the plan's file, or a fresh one.
     *
     * @throws IllegalArgumentException if the file is of another run, naming the fix
     */
    static SavedState open(RunPlan plan, String target) {
        var fresh = Json.object()
                .put("target", target)
                .put("edition", plan.edition().id())
                .put("spentUsd", "0");
        fresh.putObject("results");
        fresh.putArray("jobs");
        if (plan.resume().isEmpty() || !Files.exists(plan.resume().get())) {
            return new SavedState(plan.resume(), fresh);
        }
        var file = plan.resume().get();
        var saved = read(file);
        if (!saved.path("target").equals(fresh.path("target"))
                || !saved.path("edition").equals(fresh.path("edition"))) {
            throw new IllegalArgumentException("resume cannot be \"" + file + "\": it is the state of a run against "
                    + saved.path("target").asText() + " as edition "
                    + saved.path("edition").asText()
                    + "; give another file");
        }
        return new SavedState(Optional.of(file), saved);
    }

    private static ObjectNode read(Path file) {
        var saved = new NamedFile("resume", file, "a state file of check").json();
        if (saved instanceof ObjectNode object && object.path("results").isObject()) {
            return object;
        }
        throw new IllegalArgumentException(
                "resume cannot be \"" + file + "\": it is no state file of check; give another");
    }

    Usd spent() {
        return Usd.parse(json.path("spentUsd").asText());
    }

    JsonNode jobs() {
        return json.path("jobs");
    }

    synchronized Optional<CheckResult> result(String check) {
        var saved = json.path("results").path(check);
        return switch (saved.path("is").asText()) {
            case "agrees" -> Optional.of(new CheckResult.Agrees());
            case "differs" -> Optional.of(differs(saved));
            default -> Optional.empty();
        };
    }

    synchronized void spent(Usd spent, JsonNode jobs) {
        json.put("spentUsd", spent.toString());
        json.set("jobs", jobs);
        save();
    }

    /** What was not tried, or said nothing, is tried again when the run is taken up. */
    synchronized void add(String check, CheckResult result) {
        var saved = json.withObjectProperty("results").putObject(check);
        if (result instanceof CheckResult.Differs differs) {
            saved.put("is", "differs").put("evidence", differs.evidence());
            differs.settings().forEach(saved.putObject("quirks")::put);
            var list = saved.putArray("differences");
            differs.differences()
                    .forEach(difference -> list.addObject()
                            .put("pointer", difference.pointer())
                            .put("expected", difference.expected())
                            .put("actual", difference.actual()));
        } else {
            saved.put("is", result instanceof CheckResult.Agrees ? "agrees" : "skipped");
        }
        save();
    }

    private static CheckResult differs(JsonNode saved) {
        var differences = new ArrayList<Difference>();
        saved.path("differences")
                .forEach(node -> differences.add(new Difference(
                        node.path("pointer").asText(),
                        node.path("expected").asText(),
                        node.path("actual").asText())));
        Map<String, String> quirks = new LinkedHashMap<>();
        saved.path("quirks")
                .properties()
                .forEach(entry -> quirks.put(entry.getKey(), entry.getValue().asText()));
        return new CheckResult.Differs(differences, saved.path("evidence").asText(), quirks);
    }

    private void save() {
        file.ifPresent(path -> WholeFile.writeForOwner(path, Json.bytes(json)));
    }
}

package dev.venicesim.kit.contract.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.json.NamedFile;
import dev.venicesim.kit.contract.WholeFile;
import dev.venicesim.kit.contract.report.JsonReport;
import dev.venicesim.kit.contract.target.Call;
import dev.venicesim.kit.contract.target.Target;
import dev.venicesim.kit.contract.target.Trouble;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Saves a target's catalogue and quotes as the files that {@code serve --models} and {@code --prices} take. Free calls only, and no key. */
public final class Recording {

    private final Target target;
    private final Consumer<String> says;
    private final List<String> unpriced = new ArrayList<>();

    public Recording(Target target, Consumer<String> says) {
        this.target = target;
        this.says = says;
    }

    /** The models list as it is. */
    public JsonNode models() throws InterruptedException {
        var answer = target.ask(Call.get("/models?type=video"));
        if (!answer.ok() || answer.json().path("data").isEmpty()) {
            throw new Trouble(
                    Trouble.Kind.UNREACHABLE,
                    target.baseUrl() + "/models?type=video answered " + answer.status()
                            + " without a list of models; give the base URL of the API, ending in /api/v1");
        }
        return answer.json();
    }

    /**
     * The prices of a models list, one row for each model and resolution that can be quoted by the second.
     *
     * @param resume where quotes are kept as they come, and taken from when the run is taken up again
     */
    public ObjectNode prices(JsonNode models, Optional<Path> resume) throws InterruptedException {
        var quotes = open(resume);
        var rows = Json.mapper().createArrayNode();
        for (var model : models.path("data")) {
            for (var ask : Asking.of(model)) {
                row(model, ask, quotes, resume).ifPresent(rows::add);
            }
        }
        unpriced.forEach(line -> says.accept("not priced: " + line));
        var file = Json.object();
        file.set("rows", rows);
        return file;
    }

    private Optional<ObjectNode> row(JsonNode model, Asking ask, ObjectNode quotes, Optional<Path> resume)
            throws InterruptedException {
        var loud = quote(ask.with(true), quotes, resume);
        if (loud.isEmpty()) {
            unpriced.add(ask.name());
            return Optional.empty();
        }
        var silent =
                ask.switchesAudio() ? quote(ask.with(false), quotes, resume).orElse(loud.get()) : loud.get();
        says.accept(ask.name() + " " + loud.get().toPlainString() + " USD");
        var row = Json.object();
        row.putArray("models").add(model.path("id").asText());
        if (!ask.resolution().isEmpty()) {
            row.putArray("resolutions").add(ask.resolution());
        }
        row.put("per", ask.seconds() == 0 ? "clip" : "second");
        row.put("usd", ask.share(loud.get()));
        row.put("silentUsd", ask.share(silent));
        row.put("source", "recorded from " + target.baseUrl());
        row.put("date", target.time().now().toString().substring(0, 10));
        return Optional.of(row);
    }

    private Optional<BigDecimal> quote(ObjectNode body, ObjectNode quotes, Optional<Path> resume)
            throws InterruptedException {
        var key = new String(Json.bytes(body), StandardCharsets.UTF_8);
        if (!quotes.has(key)) {
            var answer = target.ask(Call.post("/video/quote", body)).json().path("quote");
            quotes.set(key, answer.isNumber() ? answer : Json.mapper().nullNode());
            resume.ifPresent(file -> WholeFile.write(file, Json.bytes(quotes)));
        }
        var known = quotes.path(key);
        return known.isNumber() ? Optional.of(known.decimalValue()) : Optional.empty();
    }

    private ObjectNode open(Optional<Path> resume) {
        var fresh = Json.object().put("target", target.baseUrl());
        if (resume.isEmpty() || !Files.exists(resume.get())) {
            return fresh;
        }
        var file = new NamedFile("resume", resume.get(), "the state of a record of this target");
        if (file.json() instanceof ObjectNode saved && saved.path("target").equals(fresh.path("target"))) {
            return saved;
        }
        throw new IllegalArgumentException("resume cannot be \"" + resume.get()
                + "\": it is not the state of a record of this target; give another");
    }

    /** A document as the file {@code serve} takes. */
    public static String file(JsonNode document) {
        return JsonReport.text((ObjectNode) document);
    }
}

package dev.venicesim.contract.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.WholeFile;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import dev.venicesim.json.NamedFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The quotes of a target that are known already, kept in a file if there is one, so that an interrupted run is taken up
 * again.
 */
final class Notebook {

    /** So many quotes may be lost when a run is interrupted; each writing writes them all. */
    private static final int BETWEEN_WRITINGS = 100;

    private final Target target;
    private final Optional<Path> file;
    private final ObjectNode quotes;
    private int unwritten;

    /**
     * @throws IllegalArgumentException if the file is not one of this target
     */
    Notebook(Target target, Optional<Path> file) {
        this.target = target;
        this.file = file;
        this.quotes = open(target, file);
    }

    /** What a request costs; nothing, if the target does not say. Several threads may ask, each for another request. */
    Optional<BigDecimal> quote(ObjectNode body) throws InterruptedException {
        if (!has(body)) {
            var answer =
                    target.ask(TargetRequest.post("/video/quote", body)).json().path("quote");
            note(body, answer.isNumber() ? answer : Json.mapper().nullNode());
        }
        return known(body);
    }

    /** Whether it was asked for already. */
    synchronized boolean has(ObjectNode body) {
        return quotes.has(key(body));
    }

    private synchronized Optional<BigDecimal> known(ObjectNode body) {
        var known = quotes.path(key(body));
        return known.isNumber() ? Optional.of(known.decimalValue()) : Optional.empty();
    }

    private synchronized void note(ObjectNode body, JsonNode answer) {
        quotes.set(key(body), answer);
        if (++unwritten >= BETWEEN_WRITINGS) {
            save();
        }
    }

    private static String key(ObjectNode body) {
        return new String(Json.bytes(body), StandardCharsets.UTF_8);
    }

    /** All quotes, and all that were refused. */
    synchronized QuoteTable table() throws IOException {
        var table = new QuoteTable();
        for (var quote : quotes.properties()) {
            if (!quote.getKey().equals("target")) {
                table.add(Json.read(quote.getKey().getBytes(StandardCharsets.UTF_8)), quote.getValue());
            }
        }
        return table;
    }

    /** How many requests were asked for, ever. */
    synchronized int size() {
        return quotes.size() - 1;
    }

    synchronized void save() {
        if (unwritten > 0) {
            file.ifPresent(path -> WholeFile.write(path, Json.bytes(quotes)));
            unwritten = 0;
        }
    }

    private static ObjectNode open(Target target, Optional<Path> path) {
        var fresh = Json.object().put("target", target.baseUrl());
        if (path.isEmpty() || !Files.exists(path.get())) {
            return fresh;
        }
        var file = new NamedFile("resume", path.get(), "the state of a record of this target");
        if (file.json() instanceof ObjectNode saved && saved.path("target").equals(fresh.path("target"))) {
            return saved;
        }
        throw new IllegalArgumentException("resume cannot be \"" + path.get()
                + "\": it is not the state of a record of this target; give another");
    }
}

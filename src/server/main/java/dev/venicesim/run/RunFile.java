package dev.venicesim.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Sha256;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * File of a run: one JSON object with the name and the version of its form, a checksum, and the run.
 *
 * @param run the run itself
 * @param steps what happened, in order
 */
public record RunFile(JsonNode run, List<RunStep> steps) {

    private static final String FORMAT = "venice-sim-run";
    private static final int VERSION = 1;
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int MOST_TOKENS = 1_000_000;
    private static final String SUM = "sha256";
    private static final Pattern KEY = Pattern.compile("[\\w-]{1,100}");

    /** A file of a run. */
    static byte[] write(JsonNode run) {
        var file = Json.object().put("format", FORMAT).put("version", VERSION).put(SUM, sum(run));
        file.set("run", run);
        return Json.bytes(file);
    }

    private static String sum(JsonNode run) {
        return Hex.digits(Sha256.digest().digest(Json.bytes(run)));
    }

    /**
     * Reads a file of whatever origin.
     *
     * @throws IllegalArgumentException in a few words if it is none that this version reads, or was changed
     */
    public static RunFile read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new IllegalArgumentException("it has more than " + MOST_BYTES + " bytes");
        }
        try {
            count(file);
            return of(Json.readOwn(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is cut off, or no JSON" + place(e), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("what should be an instant in it is none", e);
        }
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }

    /** A tree takes many times the memory of its text, so the values are counted first. */
    private static void count(byte[] file) throws IOException {
        try (var in = Json.mapper().getFactory().createParser(file)) {
            for (var tokens = 0; in.nextToken() != null; tokens++) {
                if (tokens == MOST_TOKENS) {
                    throw new IllegalArgumentException("it has more than " + MOST_TOKENS + " names and values");
                }
            }
        }
    }

    private static RunFile of(JsonNode file) {
        if (!file.path("format").asText().equals(FORMAT)) {
            throw new IllegalArgumentException("it is no run");
        }
        if (file.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("it has version "
                    + file.path("version").asText() + " of the form, and this simulator reads " + VERSION);
        }
        var run = file.path("run");
        if (!file.path(SUM).asText().equals(sum(run))) {
            throw new IllegalArgumentException("it was changed since it was written; its checksum is another");
        }
        if (!(run.path("steps") instanceof ArrayNode steps)) {
            throw new IllegalArgumentException("it has no steps");
        }
        return new RunFile(run, new RunSteps().read(steps)).checked();
    }

    /** Whatever is shown as a key or becomes part of an address is one. */
    private RunFile checked() {
        if (begin().isPresent()) {
            began();
        }
        for (var key : keys()) {
            if (!KEY.matcher(key.standIn()).matches()) {
                throw new IllegalArgumentException("a key in it is none");
            }
        }
        return this;
    }

    /** The requests among its steps. */
    public List<RunRequest> requests() {
        return steps.stream()
                .filter(RunRequest.class::isInstance)
                .map(RunRequest.class::cast)
                .toList();
    }

    /** The world's snapshot as it began; empty if that is not known. */
    public Optional<JsonNode> begin() {
        return Optional.of(run.path("begin")).filter(JsonNode::isObject);
    }

    /** When, in the outside world, it began. */
    public Instant began() {
        return Instant.parse(run.path("begin").path("takenAt").asText());
    }

    public String edition() {
        return run.path("declared").path("edition").asText();
    }

    /** The address of the world's wallet, if it has one. */
    public Optional<String> wallet() {
        return Optional.of(run.path("wallet").asText()).filter(address -> !address.isEmpty());
    }

    /**
     * Key that saw the world.
     *
     * @param name as senders are named
     * @param standIn what a client that plays it shows instead
     */
    public record Key(String name, String standIn) {}

    /** The keys that saw the world, the first declared first. */
    public List<Key> keys() {
        return StreamSupport.stream(run.path("keys").spliterator(), false)
                .map(key ->
                        new Key(key.path("name").asText(), key.path("standIn").asText()))
                .toList();
    }

    /** Why it is not whole, in sentences. */
    public List<String> missing() {
        return StreamSupport.stream(run.path("missing").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** What its jobs cost, in dollars, by model and in all. */
    public JsonNode costs() {
        return run.path("end").path("costs");
    }
}

package dev.venicesim.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/** The vectors that independent libraries made; see their README. */
public final class Vectors {

    /** The instant at which they were signed. */
    public static final Instant NOW = Instant.parse("2026-08-21T12:00:00Z");

    private Vectors() {}

    public static List<JsonNode> load(String name) {
        try (var file = Vectors.class.getResourceAsStream("/vectors/" + name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("no vectors called " + name);
            }
            return StreamSupport.stream(Json.trusted(file.readAllBytes()).spliterator(), false)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Edition;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The JSON Schemas that ship with the simulator: the same files that anyone else validates with. */
public final class Schemas {

    private Schemas() {}

    /**
     * One schema of an edition.
     *
     * @param name without the ending: {@code queue-request}, {@code error-detailed}, ...
     * @throws IllegalArgumentException if the edition has no such schema, which is a bug
     */
    public static JsonNode read(Edition edition, String name) {
        var path = "/dev/venicesim/schemas/" + edition.id() + "/" + name + ".schema.json";
        try (var in = Schemas.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("edition " + edition + " has no schema " + name);
            }
            return Json.trusted(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reader of the data files that make an edition: its folder under {@code editions}, and its schemas. */
public final class EditionFiles {

    static final String ROOT = "/dev/venicesim/editions/";

    private static final String SCHEMAS = "/dev/venicesim/schemas/";

    private EditionFiles() {}

    /**
     * One of an edition's schemas, its own or else that of the edition it is derived from.
     *
     * @param name without the ending: {@code queue-request}, {@code error-detailed}, ...
     * @throws IllegalArgumentException if there is no such schema, which is a bug
     */
    public static JsonNode schema(ApiEdition edition, String name) {
        return find(SCHEMAS + edition.id() + "/" + name + ".schema.json")
                .or(() -> edition.derivedFrom().map(ApiEdition::of).map(older -> schema(older, name)))
                .orElseThrow(() -> new IllegalArgumentException("edition " + edition + " has no schema " + name));
    }

    /** The operations of an edition's OpenAPI file, its own or else those of the edition it is derived from. */
    public static JsonNode operations(ApiEdition edition) {
        return find(SCHEMAS + "operations-" + edition.id() + ".json")
                .or(() -> edition.derivedFrom().map(ApiEdition::of).map(EditionFiles::operations))
                .orElseThrow(() -> new IllegalArgumentException("edition " + edition + " has no list of operations"));
    }

    /**
     * What an edition's OpenAPI file says in descriptions and extensions alone, its own or that of the edition it is
     * derived from.
     */
    public static JsonNode described(ApiEdition edition) {
        return find(SCHEMAS + "described-" + edition.id() + ".json")
                .or(() -> edition.derivedFrom().map(ApiEdition::of).map(EditionFiles::described))
                .orElseThrow(() -> new IllegalArgumentException("edition " + edition + " has no descriptions"));
    }

    /** Where the schemas of all editions differ from the API's own files on purpose. */
    public static JsonNode differences() {
        return find(SCHEMAS + "differences.json").orElseThrow();
    }

    /** A models file that ships with the simulator, off unless it is asked for: {@code topaz-suite}, {@code later}. */
    public static Optional<JsonNode> models(String name) {
        return name.matches("[a-z0-9-]{1,40}") ? find("/dev/venicesim/models/" + name + ".json") : Optional.empty();
    }

    /** The inputs that fail at retrieve only. */
    public static JsonNode failures() {
        return read("failures.json");
    }

    /** A file under the folder of editions that has to be there. */
    static JsonNode read(String name) {
        return find(ROOT + name)
                .orElseThrow(
                        () -> new IllegalStateException("the data file " + ROOT + name + " is not on the class path"));
    }

    /** A file under the folder of editions that may be there. */
    static Optional<JsonNode> ifThere(String name) {
        return find(ROOT + name);
    }

    private static Optional<JsonNode> find(String path) {
        try (var in = EditionFiles.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(Json.trusted(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

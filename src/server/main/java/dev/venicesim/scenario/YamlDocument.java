package dev.venicesim.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/** Document that a user wrote in YAML or JSON, which can tell where in its file each part stands. */
public final class YamlDocument {

    private final ParsedDocument parsed;

    private YamlDocument(ParsedDocument parsed) {
        this.parsed = parsed;
    }

    /**
     * Reads a document.
     *
     * @param file what it is called
     * @throws IllegalArgumentException if it is neither YAML nor JSON: one line that names file, line and fix
     */
    public static YamlDocument read(String file, String text) {
        try {
            return new YamlDocument(YamlReader.read(file, text));
        } catch (ScenarioException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    public JsonNode root() {
        return parsed.root();
    }

    /** What is wrong with the part at a JSON pointer, in one line: {@code file:line:column: what; fix}. */
    public String complaint(String pointer, String what, String fix) {
        return parsed.problem(pointer, what, fix).text();
    }
}

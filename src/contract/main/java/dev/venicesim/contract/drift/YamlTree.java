package dev.venicesim.contract.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML 1.2, of which JSON is a part, as a tree: {@code 16:9} stays a ratio, {@code no} a word, a date a text. */
final class YamlTree {

    private static final int MAX_CHARACTERS = 20_000_000;
    private static final int MAX_ALIASES = 1000;

    private YamlTree() {}

    /**
     * @throws IllegalArgumentException if the text is no YAML, with the first line of why
     */
    static JsonNode of(String text) {
        var settings = LoadSettings.builder()
                .setCodePointLimit(MAX_CHARACTERS)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setAllowDuplicateKeys(true)
                .build();
        try {
            return Json.mapper().valueToTree(new Load(settings).loadFromString(text.replaceFirst("^\uFEFF", "")));
        } catch (YamlEngineException | IllegalArgumentException | StackOverflowError e) {
            throw new IllegalArgumentException(
                    "it is no readable YAML or JSON: " + why(e) + "; give the API's OpenAPI file", e);
        }
    }

    private static String why(Throwable failure) {
        if (failure instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            return marked.getProblem() + " in line "
                    + (marked.getProblemMark().get().getLine() + 1);
        }
        return failure instanceof StackOverflowError
                ? "it holds itself, or is nested too deep"
                : String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}

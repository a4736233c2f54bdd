package dev.venicesim.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loader of scenarios, in YAML or JSON. Make one and keep it: it holds the compiled schema. Safe for any number of
 * threads.
 */
public final class ScenarioLoader {

    private static final int MAX_BYTES = 1024 * 1024;

    private final SchemaCheck schema = new SchemaCheck();

    /**
     * Reads a scenario.
     *
     * @param name what it is called, and what its problems name as the file
     * @throws ScenarioException with every problem, if it is not one
     */
    ScenarioDefinition load(String name, String text) {
        return load(YamlReader.read(name, text));
    }

    /**
     * Reads a scenario file in UTF-8.
     *
     * @throws ScenarioException with every problem, if it cannot be read or is not one
     */
    ScenarioDefinition load(Path file) {
        return load(file.toString(), text(file));
    }

    private ScenarioDefinition load(ParsedDocument source) {
        var problems = schema.problems(source);
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
        return new ScenarioReader(source).scenario();
    }

    /** A scenario file's text, bounded in size. */
    static String text(Path file) {
        // what a device says of its size is nothing
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw unreadable(file, "the file is too large", "a scenario has at most 256 KiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable(file, "not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            var missing = !Files.exists(file);
            throw unreadable(
                    file, missing ? "no such file" : "cannot be read", "name a scenario file that can be read");
        }
    }

    private static ScenarioException unreadable(Path file, String what, String fix) {
        return new ScenarioException(new ScenarioProblem(file.toString(), 1, 1, what, fix));
    }
}

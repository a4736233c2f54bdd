package dev.venicesim.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads scenarios, in YAML or JSON. Make one and keep it: it holds the compiled schema. Safe for any number of threads. */
public final class ScenarioLoader {

    private static final long MAX_BYTES = 1024 * 1024;

    private final SchemaCheck schema = new SchemaCheck();

    /**
     * Reads a scenario.
     *
     * @param name what it is called, and what its problems name as the file
     * @throws ScenarioException with every problem, if it is not one
     */
    Scenario load(String name, String text) {
        return load(YamlReader.read(name, text));
    }

    /**
     * Reads a scenario file in UTF-8.
     *
     * @throws ScenarioException with every problem, if it cannot be read or is not one
     */
    Scenario load(Path file) {
        return load(file.toString(), text(file));
    }

    private Scenario load(Source source) {
        var problems = schema.problems(source);
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
        return new ScenarioReader(source).scenario();
    }

    /** A scenario file's text, bounded in size. */
    static String text(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw unreadable(file, "the file is too large", "a scenario has at most 256 KiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
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
        return new ScenarioException(new Problem(file.toString(), 1, 1, what, fix));
    }
}

package dev.venicesim.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.JsonException;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappingCollection;
import dev.venicesim.json.BoundedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of one mapping or several, as text: a mapping is a mutable thing, so every load makes new ones. */
record MappingFile(Path path, String text) {

    /** The JSON files under a folder, by name; none if there is no such folder. */
    static List<MappingFile> under(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(MappingFile::read)
                    .toList();
        } catch (IOException e) {
            throw new StubsException("stubs: " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static MappingFile read(Path path) {
        try {
            return new MappingFile(path, BoundedFile.text(path));
        } catch (IOException e) {
            throw new StubsException("stubs: " + path + " cannot be read as UTF-8: " + e.getMessage(), e);
        }
    }

    /** Its mappings, made anew. */
    List<StubMapping> mappings() {
        try {
            dev.venicesim.json.Json.read(text.getBytes(StandardCharsets.UTF_8));
            var collection = Json.read(text, StubMappingCollection.class);
            collection.getMappingOrMappings().forEach(mapping -> mapping.setDirty(false));
            return List.copyOf(collection.getMappingOrMappings());
        } catch (JsonProcessingException e) {
            throw refused(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e.getOriginalMessage(), e);
        } catch (JsonException e) {
            var first = e.getErrors().first();
            var pointer = first.getSource() == null ? "" : first.getSource().getPointer();
            throw refused(line(pointer), pointer + " " + first.getDetail(), e);
        } catch (IOException | RuntimeException e) {
            throw refused(1, String.valueOf(e.getMessage()), e);
        }
    }

    /** The line on which the last name of a JSON pointer first stands. */
    private int line(String pointer) {
        var name = pointer.substring(pointer.lastIndexOf('/') + 1);
        var at = name.isEmpty() ? -1 : text.indexOf('"' + name + '"');
        return at < 0 ? 1 : (int) text.substring(0, at).lines().count() + (text.startsWith("\n", at - 1) ? 1 : 0);
    }

    private StubsException refused(int line, String problem, Throwable cause) {
        var oneLine = problem.lines().findFirst().orElse("").strip();
        return new StubsException(
                "stubs: " + path + " line " + line + ": " + oneLine
                        + "; mend it as WireMock's stub format wants it, or take the file away",
                cause);
    }
}

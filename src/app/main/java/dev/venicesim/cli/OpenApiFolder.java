package dev.venicesim.cli;

import dev.venicesim.json.NamedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Folder in which versions of an OpenAPI file lie side by side. */
final class OpenApiFolder {

    private static final Pattern NAME = Pattern.compile("(?i)[^.].*\\.(ya?ml|json)");

    private OpenApiFolder() {}

    /**
     * How to read each file that may be a version, by name. Folders within, hidden files and what is neither YAML nor
     * JSON by its name are none.
     *
     * @throws IllegalArgumentException if the folder cannot be read
     */
    static Map<String, Supplier<String>> texts(Path folder) {
        var texts = new LinkedHashMap<String, Supplier<String>>();
        try (var entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (var entry : entries) {
                var name = String.valueOf(entry.getFileName());
                if (NAME.matcher(name).matches()) {
                    texts.put(name, new NamedFile("openapi", entry, "the API's OpenAPI file")::text);
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("it cannot be read; give a folder that can", e);
        }
        return texts;
    }
}

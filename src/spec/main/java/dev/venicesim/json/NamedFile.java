package dev.venicesim.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A file that a user names in a setting. What is wrong with it is an {@link IllegalArgumentException} of one line that
 * names the setting, the file and the fix.
 *
 * @param setting such as {@code models}
 * @param path the file
 * @param wanted what to give instead, such as {@code a saved reply of GET /models}
 */
public record NamedFile(String setting, Path path, String wanted) {

    /** The text of the file, which is UTF-8; a byte order mark is no part of it. */
    public String text() {
        try {
            return BoundedFile.text(path).replaceFirst("^\uFEFF", "");
        } catch (NoSuchFileException e) {
            throw wrong("there is no such file", e);
        } catch (CharacterCodingException e) {
            throw wrong("it is no UTF-8 text", e);
        } catch (IOException e) {
            throw wrong(Files.isDirectory(path) ? "it is a directory" : reason(e), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : "it cannot be read";
    }

    /** The one JSON value in the file. */
    public JsonNode json() {
        try {
            return Json.readOwn(text().getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            throw wrong("it is not JSON" + where, e);
        } catch (IOException e) {
            throw wrong("it is not JSON", e);
        }
    }

    /** What is made of the file's contents; a complaint about them names setting and file, too. */
    public <T> T used(Supplier<T> use) {
        try {
            return use.get();
        } catch (IllegalArgumentException e) {
            var named = setting + " cannot be \"" + path + "\": ";
            throw String.valueOf(e.getMessage()).startsWith(named)
                    ? e
                    : new IllegalArgumentException(named + e.getMessage(), e);
        }
    }

    private IllegalArgumentException wrong(String why, IOException cause) {
        return new IllegalArgumentException(
                setting + " cannot be \"" + path + "\": " + why + "; give " + wanted, cause);
    }
}

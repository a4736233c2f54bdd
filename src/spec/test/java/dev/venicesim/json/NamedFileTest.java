package dev.venicesim.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedFileTest {

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "just text     | it is not JSON (line 1, column 1)",
                "{\"data\":[   | it is not JSON (line 1",
                "{} {}         | it is not JSON (line 1",
                "[[[[[[[[[[[[  | it is not JSON (line 1"
            })
    void whatIsNoJsonIsNamedWithItsPlaceInOneLine(String text, String says) throws IOException {
        refuses(written(text.getBytes(StandardCharsets.UTF_8)), says);
    }

    @Test
    void whatCannotBeReadIsNamedWithTheReason() throws IOException {
        refuses(folder.resolve("nowhere"), "there is no such file");
        refuses(folder, "it is a directory");
        refuses(written("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1)), "it is no UTF-8 text");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        var path = written("\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(file(path).json()).isEqualTo(Json.object().put("a", 1));
        assertThat(file(path).text()).isEqualTo("{\"a\":1}");
    }

    private static void refuses(Path path, String says) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> file(path).json())
                .withMessageStartingWith("models cannot be \"" + path + "\": " + says)
                .withMessageEndingWith("; give a saved list")
                .satisfies(failure -> assertThat(failure.getMessage()).hasLineCount(1));
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static NamedFile file(Path path) {
        return new NamedFile("models", path, "a saved list");
    }
}

package dev.venicesim.contract.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.money.Usd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("in/history.jsonl");
    }

    static HistoryEntry entry(String target, String... differs) {
        return new HistoryEntry(
                Instant.parse("2026-11-30T02:00:00Z"),
                "check",
                target,
                "2026-06-17",
                Map.of("agrees", 3L, "differs", (long) differs.length),
                List.of(differs),
                List.of("reply.late"),
                Usd.parse("0.55"),
                Duration.ofMillis(1500),
                differs.length == 0 ? 0 : 1);
    }

    @Test
    void aRunComesBackAsItWas() {
        var entry = entry("https://é.example/\u202E", "a\n{\"at\":\"", "€");
        HistoryFile.open(file).append(entry);
        assertThat(HistoryFile.open(file).entries()).containsExactly(entry);
        assertThat(file).content().hasLineCount(1).isASCII().endsWith("\n");
    }

    @Test
    void whoeverCollectsReportsMayReadIt() throws IOException {
        HistoryFile.open(file).append(entry("x"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
    }

    @ParameterizedTest
    @CsvSource({
        "https://me:secret@api.venice.ai/api/v1, https://api.venice.ai/api/v1",
        "https://api.venice.ai/api/v1?key=secret, https://api.venice.ai/api/v1",
        "https://api.venice.ai/models#secret, https://api.venice.ai/models",
        "saved?.json and prices.json, saved?.json and prices.json"
    })
    void aTargetIsKeptWithoutItsSecrets(String target, String kept) {
        assertThat(entry(target).target()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"at\":\"2026-11-30T02:0",
                "{\"a",
                "{\"at\":\"2026-11-30T02:00:00Z\",\"command\":\"check\",\"differs\":[\"quo"
            })
    void aLineThatAKilledRunCutIsPassedOver(String cut) throws IOException {
        HistoryFile.open(file).append(entry("first"));
        Files.writeString(file, cut, StandardOpenOption.APPEND);
        var history = HistoryFile.open(file);
        assertThat(history.entries()).hasSize(1);
        history.append(entry("second"));
        assertThat(history.entries()).extracting(HistoryEntry::target).containsExactly("first", "second");
        assertThat(file).content().contains("\n" + cut + "\n");
    }

    @Test
    void runsAtTheSameTimeDoNotMixTheirLines() {
        var history = HistoryFile.open(file);
        IntStream.range(0, 40).parallel().forEach(i -> history.append(entry("t" + i, "x".repeat(5000))));
        assertThat(history.entries()).hasSize(40);
        assertThat(file).content().hasLineCount(40);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "my notes | its line 1 is no run of check or drift",
                "{\"hello\":1} | its line 1 is no run of check or drift",
                "[] | its line 1 is no run of check or drift",
                "{\"at\":\"yesterday\",\"command\":\"check\",\"counts\":{}} | its line 1 is no run of check or drift",
                "\\n\\n{\"accepted\":[]} | its line 3 is no run of check or drift"
            })
    void aFileOfAnotherKindIsRefusedInOneLineAndLeftAsItIs(String content, String why) throws IOException {
        var text = content.replace("\\n", "\n");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThatThrownBy(() -> HistoryFile.open(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("history cannot be \"" + file + "\": " + why
                        + "; give a history of check and drift, or a path where there is none yet");
        assertThat(file).hasContent(text);
    }

    @Test
    void aFolderIsNoHistory() {
        assertThatThrownBy(() -> HistoryFile.open(folder)).hasMessageContaining("it is a directory; give ");
    }
}

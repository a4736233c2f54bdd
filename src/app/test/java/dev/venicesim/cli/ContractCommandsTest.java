package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.Checked;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractCommandsTest {

    private final StringWriter printed = new StringWriter();

    @Test
    void checkWritesItsReportsAndTheQuirksThatServeTakes(@TempDir Path folder) throws IOException {
        var key = Files.writeString(folder.resolve("key"), Checked.KEY + "\n").toString();
        var out = folder.resolve("out");
        var quirks = folder.resolve("quirks");
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.quirk("unknown-queue-id", "400"))) {
            var where = List.of("check", "--target", checked.baseUrl(), "--api-key-file", key);
            var what = List.of("--only", "retrieve.unknown-id", "--only", "quote.number");
            var files = List.of("--report", out.toString(), "--write-quirks", quirks.toString());
            assertThat(run(Stream.of(where, what, files).flatMap(List::stream).toArray(String[]::new)))
                    .isEqualTo(1);
        }
        assertThat(out).isDirectoryContaining("glob:**.html").isDirectoryContaining("glob:**.xml");
        assertThat(quirks).content().contains("--quirk unknown-queue-id=400");
        assertThat(out.resolve("check.json")).content().doesNotContain(Checked.KEY);
        assertThat(printed.toString())
                .contains("DIFFERS  retrieve.unknown-id", "1 agree, 1 differ")
                .doesNotContain(Checked.KEY);
    }

    @Test
    void anAgreeingTargetExitsWithZero() {
        try (var checked = Checked.as(TestEditions.JUNE)) {
            assertThat(run("check", "--target", checked.baseUrl(), "--only", "quote.number"))
                    .isZero();
            assertThat(run("drift", "--models", checked.baseUrl())).isZero();
            assertThat(run("drift", "--edition", "2026-08-21", "--models", checked.baseUrl()))
                    .isEqualTo(1);
        }
    }

    @Test
    void driftGathersTheQuotesOfATargetByWhatTheyMovedBy(@TempDir Path folder) throws IOException {
        var models = folder.resolve("models.json");
        try (var whole = Checked.as(TestEditions.JUNE)) {
            assertThat(run("record", "--target", whole.baseUrl(), "--models", models.toString()))
                    .isZero();
        }
        var list = (ObjectNode) Json.read(Files.readAllBytes(models));
        var some = Json.mapper().createArrayNode();
        list.path("data").forEach(model -> {
            if (model.path("id").asText().startsWith("wan-2.6-text")) {
                some.add(model);
            }
        });
        list.set("data", some);
        Files.write(models, Json.bytes(list));
        var prices = Files.writeString(
                folder.resolve("prices.json"), "{\"rows\":[{\"models\":[\"wan-2.6-*\"],\"usd\":0.2}]}");
        try (var dearer =
                Checked.as(TestEditions.JUNE, config -> config.models(models).prices(prices))) {
            var quotes = List.of("drift", "--quotes", dearer.baseUrl());
            var state = folder.resolve("quotes.json").toString();
            assertThat(run(with(quotes, "--resume", state))).isEqualTo(1);
            assertThat(printed.toString()).contains("notable   wan-2.6-text-to-video at");
            assertThat(run(with(quotes, "--against", prices.toString(), "--resume", state)))
                    .isZero();
        }
        assertThat(run("drift", "--against", prices.toString())).isEqualTo(2);
        assertThat(printed.toString()).contains("against is about quotes; give --quotes URL, too");
    }

    private static String[] with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void diffKeepsWhatItFoundAndPlaysItAgain(@TempDir Path folder) {
        try (var checked =
                Checked.as(TestEditions.JUNE, config -> config.limits(false).quirk("unknown-model", "404-named"))) {
            var where = List.of("diff", "--target", checked.baseUrl(), "--seed", "1", "--calls", "60");
            var quirk = List.of("--quirk", "unknown-model=404-named");
            assertThat(run(Stream.of(where, quirk).flatMap(List::stream).toArray(String[]::new)))
                    .isZero();
            assertThat(printed.toString()).contains("60 requests compared, seed 1, spent 0.00 USD: no difference");
            var report = List.of("--report", folder.toString());
            assertThat(run(Stream.of(where, report).flatMap(List::stream).toArray(String[]::new)))
                    .isEqualTo(1);
            assertThat(printed.toString()).contains("with --quirk unknown-model=404-named the simulator agrees: tried");
            var kept = folder.resolve("diff-1.json").toString();
            assertThat(run("diff", "--target", checked.baseUrl(), "--replay", kept))
                    .isEqualTo(1);
        }
    }

    @Test
    void aKeptConversationIsPlayedAsTheEditionItWasMadeFor(@TempDir Path folder) throws IOException {
        var kept = Files.writeString(
                folder.resolve("kept.json"),
                "{\"format\":\"venice-sim conversation 1\",\"edition\":\"2026-08-21\",\"seed\":1,"
                        + "\"calls\":[{\"call\":\"GET /models?type=video\",\"by\":\"none\"}]}");
        try (var checked = Checked.as(TestEditions.AUGUST, config -> config.limits(false))) {
            var where = new String[] {"diff", "--target", checked.baseUrl(), "--replay", kept.toString()};
            assertThat(run(where)).isZero();
            assertThat(printed.toString()).contains("and edition 2026-08-21, seed 1");
        }
        Files.writeString(kept, Files.readString(kept).replace("2026-08-21", "1999-01-01"));
        printed.getBuffer().setLength(0);
        assertThat(run("diff", "--target", "http://127.0.0.1:1/api/v1", "--replay", kept.toString()))
                .isEqualTo(2);
        assertThat(printed.toString()).startsWith("venice-sim: replay's edition cannot be \"1999-01-01\"");
    }

    @Test
    void aLedgerThatCannotBeWrittenIsMisuse(@TempDir Path folder) {
        for (var command : List.of("check", "diff")) {
            printed.getBuffer().setLength(0);
            var where = List.of(command, "--target", "http://127.0.0.1:1/api/v1", "--max-usd", "1");
            var ledger = List.of("--ledger", folder.toString(), "--max-usd-month", "2");
            var state = command.equals("check")
                    ? List.of("--resume", folder.resolve("state").toString())
                    : List.<String>of();
            assertThat(run(Stream.of(where, ledger, state).flatMap(List::stream).toArray(String[]::new)))
                    .isEqualTo(2);
            assertThat(printed.toString())
                    .contains("venice-sim: ledger cannot be ")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void mutateListsWhatItBreaks() {
        assertThat(run("mutate", "--list")).isZero();
        assertThat(printed.toString()).contains("queue.no-queue-id ", "retrieve.never-ends ");
    }

    @Test
    void misuseExitsWithTwoAndOneLine() {
        for (var words : List.of(
                List.of("check", "--target", "ftp://x"),
                List.of("check", "--target", "http://127.0.0.1:1", "--only", "no.such"),
                List.of("check", "--target", "http://127.0.0.1:1", "--max-usd", "lots"),
                List.of("check", "--target", "http://127.0.0.1:1", "--api-key-env", "VENICE_SIM_NOT_SET_HERE"),
                List.of("diff", "--target", "http://127.0.0.1:1/api/v1", "--calls", "0"),
                List.of("diff", "--target", "http://127.0.0.1:1/api/v1", "--quirk", "no=1"),
                List.of("diff", "--target", "http://127.0.0.1:1/api/v1", "--replay", "/no/such/file"),
                List.of("diff", "--target", "http://127.0.0.1:1/api/v1", "--max-usd-month", "1"),
                List.of("check", "--target", "http://127.0.0.1:1/api/v1", "--max-usd-month", "1"),
                List.of("mutate"),
                List.of("mutate", "--quirk", "no=1", "--", "true"),
                List.of("mutate", "--only", "no.such", "--", "true"),
                List.of("mutate", "--", "/no/such/program"),
                List.of("certify"),
                List.of("certify", "--edition", "2020-01-01", "--", "true"),
                List.of("certify", "--only", "no-such", "--", "true"),
                List.of("certify", "--timeout", "soon", "--", "true"),
                List.of("certify", "--only", "happy", "--", "/no/such/program"),
                List.of("drift"),
                List.of("drift", "--openapi", "/no/such/file"),
                List.of("drift", "--openapi", "/proc/self/fd"),
                List.of("drift", "--openapi", "/", "--edition", "2026-08-21"),
                List.of("drift", "--openapi", "/", "--models", "http://127.0.0.1:1/api/v1"),
                List.of("drift", "--models", "http://127.0.0.1:1/api/v1", "--history", "/"),
                List.of("check", "--target", "http://127.0.0.1:1/api/v1", "--history", "/etc/passwd"),
                List.of("record", "--target", "http://127.0.0.1:1"))) {
            printed.getBuffer().setLength(0);
            assertThat(run(words.toArray(String[]::new))).as(words.toString()).isEqualTo(2);
            assertThat(printed.toString()).startsWith("venice-sim: ").hasLineCount(1);
        }
    }

    @Test
    void aSavedFileThatIsOfAnotherKindIsNamed(@TempDir Path folder) throws IOException {
        var file =
                Files.writeString(folder.resolve("saved.json"), "{\"hello\":1}").toString();
        assertThat(run("drift", "--openapi", file)).isEqualTo(2);
        assertThat(printed.toString())
                .hasLineCount(1)
                .contains("openapi cannot be \"" + file + "\": it holds no OpenAPI 3");
        printed.getBuffer().setLength(0);
        assertThat(run("drift", "--models", file)).isEqualTo(2);
        assertThat(printed.toString())
                .hasLineCount(1)
                .contains("\"" + file + "\"", "holds no list under data", "give ");
    }

    @Test
    void runsAreWrittenDownAndDrawn(@TempDir Path folder) throws IOException {
        var history = folder.resolve("history.jsonl");
        var out = folder.resolve("out");
        var kept = new String[] {"--history", history.toString(), "--report", out.toString()};
        try (var checked = Checked.as(TestEditions.JUNE, config -> config.quirk("unknown-queue-id", "400"))) {
            var what = List.of("check", "--target", checked.baseUrl(), "--only", "quote.number");
            assertThat(run(Stream.concat(what.stream(), Stream.of(kept)).toArray(String[]::new)))
                    .isZero();
            var drift = List.of("drift", "--edition", "2026-08-21", "--models", checked.baseUrl());
            assertThat(run(Stream.concat(drift.stream(), Stream.of(kept)).toArray(String[]::new)))
                    .isEqualTo(1);
        }
        var gone = List.of("drift", "--models", "http://127.0.0.1:1/api/v1");
        assertThat(run(Stream.concat(gone.stream(), Stream.of(kept)).toArray(String[]::new)))
                .isEqualTo(3);
        var none = List.of("check", "--target", "http://127.0.0.1:1/api/v1", "--only", "quote.number");
        assertThat(run(Stream.concat(none.stream(), Stream.of(kept)).toArray(String[]::new)))
                .isEqualTo(3);
        assertThat(Files.readAllLines(history))
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"command\":\"check\"", "\"agrees\":1", "\"exit\":0"),
                        line -> assertThat(line).contains("\"command\":\"drift\"", "\"edition\":\"2026-08-21\""),
                        line -> assertThat(line).contains("\"command\":\"drift\"", "\"counts\":{}", "\"exit\":3"),
                        line -> assertThat(line).contains("\"command\":\"check\"", "\"exit\":3"));
        assertThat(out.resolve("history.html")).content().contains("drift http://127.0.0.1:1/api/v1 as edition");
        assertThat(Files.getPosixFilePermissions(out.resolve("history.html")))
                .isEqualTo(Files.getPosixFilePermissions(out.resolve("drift.json")))
                .isEqualTo(Files.getPosixFilePermissions(history))
                .contains(PosixFilePermission.OTHERS_READ);
    }

    @Test
    void aFolderOfVersionsIsATimeline(@TempDir Path folder) throws IOException {
        var text = "{\"openapi\":\"3.0.0\",\"info\":{\"title\":\"Venice\",\"version\":\"%s\"},"
                + "\"paths\":{\"/video/queue\":{\"post\":{\"deprecated\":%s}}}}";
        Files.writeString(folder.resolve("b.json"), String.format(text, "1.2", "false"));
        Files.writeString(folder.resolve("a.json"), String.format(text, "1.10", "true"));
        Files.writeString(folder.resolve(".hidden.json"), "{}");
        Files.writeString(folder.resolve("README.md"), "notes");
        var out = folder.resolve("out");
        assertThat(run("drift", "--openapi", folder.toString(), "--report", out.toString()))
                .isEqualTo(1);
        assertThat(printed.toString().lines())
                .containsExactly(
                        folder + ": 2 versions by info.version; 1 of 1 step changed the API",
                        "",
                        "1.2 (b.json) -> 1.10 (a.json): 1 point: 0 breaking, 1 notable, 0 harmless",
                        "notable   post /video/queue: now deprecated");
        assertThat(out.resolve("drift.md")).content().contains("### 1.2 (b.json) -&gt; 1.10 (a.json)");
        assertThat(out).isDirectoryContaining("glob:**drift.json").isDirectoryContaining("glob:**drift.html");
    }

    @Test
    void theHelpOfCheckTellsOfTheFileThatAKilledRunLeaves() {
        assertThat(run("check", "--help")).isZero();
        assertThat(printed.toString().replaceAll("\\s+", " "))
                .contains(StateFile.USUAL + " in the working directory", "Killed, it leaves the file");
    }

    @Test
    void anUnreachableTargetExitsWithThree(@TempDir Path folder) {
        var models = folder.resolve("models").toString();
        assertThat(run("check", "--target", "http://127.0.0.1:1/api/v1")).isEqualTo(3);
        assertThat(run("drift", "--models", "http://127.0.0.1:1/api/v1")).isEqualTo(3);
        assertThat(run("diff", "--target", "http://127.0.0.1:1/api/v1")).isEqualTo(3);
        assertThat(run("record", "--target", "http://127.0.0.1:1/api/v1", "--models", models))
                .isEqualTo(3);
        assertThat(folder).isEmptyDirectory();
    }

    private int run(String... words) {
        var writer = new PrintWriter(printed, true);
        return Main.commandLine(Map.of()).setOut(writer).setErr(writer).execute(words);
    }
}

package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user reads after a slip: one line that names setting, value and fix. */
class MisuseTest {

    private final StringWriter err = new StringWriter();

    private int run(Map<String, String> environment, String... words) {
        return Main.commandLine(environment, words)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port=abc | port cannot be \"abc\": give a whole number (venice-sim serve --help)",
                "--prot=8080 | Unknown option: '--prot=8080'; did you mean --port? (venice-sim serve --help)",
                "--limits=maybe | limits cannot be \"maybe\": give on or off (venice-sim serve --help)",
                "--quirk=complete | quirk cannot be \"complete\": give NAME=VALUE (venice-sim serve --help)",
                "--log-level=loud | log-level cannot be \"loud\": give error or warn or info or debug or trace or off"
                        + " (venice-sim serve --help)",
                "--log-format=xml | log-format cannot be \"xml\": give text or json (venice-sim serve --help)",
                "--journal=-1 | journal cannot be \"-1\": give 0 to 1000000",
                "--port=70000 | port cannot be \"70000\": give 0 to 65535; 0 picks a free port",
                "--store=redis://x | store cannot be \"redis://x\": give memory, file: and a path, such as"
                        + " file:/data/worlds.db, or a database as"
                        + " postgresql://USER:PASSWORD@HOST:PORT/DATABASE",
                "--store=file: | store cannot be \"file:\": give memory, file: and a path, such as"
                        + " file:/data/worlds.db, or a database as"
                        + " postgresql://USER:PASSWORD@HOST:PORT/DATABASE",
                "--store=postgresql://sim:secret@/x | store cannot be \"postgresql://****@/x\": give a database as"
                        + " postgresql://USER:PASSWORD@HOST:PORT/DATABASE, with what is special in the password written"
                        + " as in URLs (@ is %40)",
                "--durability=eternal | durability cannot be \"eternal\": give process or power",
                "--tls=/no/such.p12 | tls cannot be \"/no/such.p12\": there is no such file; give generated, or a"
                        + " PKCS12 file with a private key and its certificate, as openssl pkcs12 -export makes one",
                "--tls-password=x | tls-password cannot be \"(hidden)\": give a PKCS12 file as tls, or leave the"
                        + " password out",
                "--worlds=/no/such.yaml | worlds cannot be \"/no/such.yaml\": there is no such file; give a YAML or JSON"
                        + " file with a list of declarations under worlds",
                "--models=/no/such.json | models cannot be \"/no/such.json\": there is no such file; give a readable"
                        + " JSON file, or topaz-suite, or later",
            })
    void namesSettingValueAndFix(String option, String line) {
        assertThat(run(Map.of(), "serve", option)).isEqualTo(CommandFailure.MISUSE);
        assertThat(err).hasToString("venice-sim: " + line + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({"check", "demo"})
    void tellsTheBaseUrlThatIsMeant(String command) {
        assertThat(run(Map.of(), command, "--target", "http://127.0.0.1:1/")).isEqualTo(CommandFailure.MISUSE);
        assertThat(err.toString())
                .contains("target cannot be \"http://127.0.0.1:1/\": the API is under /api/v1; did you mean"
                        + " http://127.0.0.1:1/api/v1?");
    }

    @Test
    void namesTheVariableThatHoldsTheValue() {
        assertThat(run(Map.of("VENICE_SIM_PORT", "abc"), "serve")).isEqualTo(CommandFailure.MISUSE);
        assertThat(run(Map.of("VENICE_SIM_JOB_TIME", "2"), "serve")).isEqualTo(CommandFailure.MISUSE);
        assertThat(err.toString())
                .contains(
                        "port cannot be \"abc\", as VENICE_SIM_PORT has it: give a whole number",
                        "job-time cannot be \"2\", as VENICE_SIM_JOB_TIME has it: give realistic");
    }

    @Test
    void namesPlaceInAFileThatIsNoJson(@TempDir Path folder) throws IOException {
        var broken = Files.writeString(folder.resolve("prices.json"), "{\n  \"rows\": oops\n}");
        assertThat(run(Map.of(), "serve", "--prices", broken.toString())).isEqualTo(CommandFailure.MISUSE);
        assertThat(err.toString()).contains("it is not JSON (line 2, column ", "give a readable JSON file");
    }

    @Test
    void aStoreThatCannotBeOpenedIsOneLineAndNothingIsOverwritten(@TempDir Path folder) throws IOException {
        var notes = Files.writeString(folder.resolve("notes"), "my notes, ".repeat(100));
        assertThat(run(Map.of("VENICE_SIM_PORT", "0"), "serve", "--store", "file:" + notes))
                .isEqualTo(CommandFailure.FAILED);
        assertThat(err)
                .hasToString("venice-sim: store cannot be \"file:" + notes
                        + "\": it is no store of the simulator; give another file" + System.lineSeparator());
        assertThat(notes).content().startsWith("my notes, ");
    }

    @Test
    void everyOptionOfServeIsAVariableToo(@TempDir Path folder) {
        var nowhere = folder.resolve("nowhere").resolve("port").toString();
        var environment = Map.of("VENICE_SIM_PORT", "0", "VENICE_SIM_PORT_FILE", nowhere, "VENICE_SIM_LOG_LEVEL", "");
        assertThat(run(environment, "serve")).isEqualTo(CommandFailure.FAILED);
        assertThat(err.toString().strip().lines())
                .singleElement()
                .asString()
                .isEqualTo("venice-sim: port-file cannot be \"" + nowhere
                        + "\": its folder does not exist; give a path in a folder that can be written");
    }

    @Test
    void theVersionOfAnImageIsNoWishForTheVersion() {
        assertThat(run(Map.of("VENICE_SIM_VERSION", "true", "VENICE_SIM_HELP", "true"), "serve", "--port=abc"))
                .isEqualTo(CommandFailure.MISUSE);
    }

    @Test
    void pointsToAHelpThatThereIs() {
        run(Map.of(), "scenario", "show");
        run(Map.of(), "nope");
        assertThat(err.toString()).contains("(venice-sim scenario show --help)", "(venice-sim --help)");
    }

    @Test
    void namesTheSettingOfOtherCommandsOnce(@TempDir Path folder) {
        assertThat(run(Map.of(), "coverage", folder + "/none.json")).isEqualTo(CommandFailure.MISUSE);
        assertThat(run(Map.of(), "costs", "--url", "banana")).isEqualTo(CommandFailure.MISUSE);
        assertThat(run(Map.of(), "healthcheck", "--url", "banana")).isEqualTo(CommandFailure.MISUSE);
        assertThat(run(Map.of(), "mutate", "--timeout", "x", "--", "true")).isEqualTo(CommandFailure.MISUSE);
        assertThat(err.toString().lines())
                .hasSize(4)
                .noneMatch(line -> line.matches(".*cannot be.*cannot be.*"))
                .allMatch(line -> line.matches("venice-sim: (coverage|url|timeout) cannot be .*"));
    }

    @Test
    void demoAndHealthcheckSayThatNothingListens(@TempDir Path folder) {
        assertThat(run(Map.of(), "demo", "--target", "http://127.0.0.1:1/api/v1", "--out", folder + "/x.mp4"))
                .isEqualTo(CommandFailure.FAILED);
        assertThat(run(Map.of(), "healthcheck", "--url", "http://127.0.0.1:1")).isEqualTo(CommandFailure.FAILED);
        assertThat(err.toString().lines()).hasSize(2).allMatch(line -> line.endsWith("nothing listens there"));
    }
}

package dev.venicesim.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What action.yml runs, with the files that GitHub gives to a step. */
class ActionIT {

    private static final Path JAR =
            Path.of(System.getProperty("venice-sim.jar")).toAbsolutePath();
    private static final Path CHECKOUT = JAR.getParent().getParent();

    @TempDir
    private Path folder;

    private long server;

    /** A step: its exit code, and what it printed. */
    private record Step(int code, String printed) {}

    private Step step(String command, Map<String, String> settings) throws IOException, InterruptedException {
        var printed = folder.resolve("printed-" + command);
        var builder = new ProcessBuilder(
                        "python3", CHECKOUT.resolve("src/clients/action/run.py").toString(), command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("VENICE_"));
        environment.put("JAR", JAR.toString());
        environment.put("VENICE_API_KEY", "sk-action");
        environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
        environment.put("GITHUB_ENV", folder.resolve("env").toString());
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
        environment.putAll(settings);
        try {
            var process = builder.start();
            // for a step that hangs, not one of its speed
            assertThat(process.waitFor(20, TimeUnit.MINUTES)).as("ends").isTrue();
            return new Step(process.exitValue(), Files.readString(printed));
        } catch (IOException absent) {
            assumeTrue(false, "python3 is not installed, so the action was not tried");
            throw absent;
        }
    }

    private String summary() throws IOException {
        return Files.readString(folder.resolve("summary"));
    }

    /** What a step tells the steps after it. */
    private Map<String, String> told(String file) throws IOException {
        var values = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(folder.resolve(file))) {
            values.put(line.split("=", 2)[0], line.split("=", 2)[1]);
        }
        return values;
    }

    private static long pid(Step serve) {
        return Long.parseLong(serve.printed().replaceFirst("(?s).*\\(process (\\d+), .*", "$1"));
    }

    @AfterEach
    void stop() {
        ProcessHandle.of(server).ifPresent(ProcessHandle::destroy);
    }

    @Test
    void aJobStartsAServerAndIsToldWhatItsTestsCostAndDidWrong() throws Exception {
        var serve = step("serve", Map.of("JOB_TIME", "polls:1"));
        assertThat(serve.code()).as(serve.printed()).isZero();
        server = pid(serve);
        var environment = told("env");
        assertThat(environment).containsEntry("VENICE_BASE_URL", told("output").get("base-url"));
        var client = new Http(environment.get("VENICE_BASE_URL")).with("Authorization", "Bearer k");
        assertThat(client.post("/video/queue", Requests.WAN).status()).isEqualTo(200);
        assertThat(client.post("/video/quote?api_key=k", Requests.WAN).status()).isEqualTo(200);

        var costs = step("costs", environment);
        assertThat(costs.code()).as(costs.printed()).isZero();
        assertThat(costs.printed()).contains("::error title=key-in-url::");
        assertThat(summary())
                .contains("would have cost 0.55 USD", "| wan-2.6-text-to-video | 0.55 |", "| error | key-in-url |");

        var capped = new LinkedHashMap<>(environment);
        capped.put("MAX_USD", "0.50");
        assertThat(step("costs", capped))
                .extracting(Step::code, Step::printed)
                .satisfies(values -> assertThat(values.get(0)).isEqualTo(1))
                .satisfies(values -> assertThat(values.get(1).toString()).contains("0.55 USD is more than max-usd"));
        var strict = new LinkedHashMap<>(environment);
        strict.put("FAIL_ON_FINDINGS", "true");
        assertThat(step("costs", strict).code()).isEqualTo(1);

        var target = new LinkedHashMap<>(environment);
        target.put("TARGET", environment.get("VENICE_BASE_URL"));
        // a whole run is paced by the target's limits, in minutes
        target.put("ARGUMENTS", "--only quote.number");
        var check = step("check", target);
        assertThat(check.code()).as(check.printed()).isZero();
        assertThat(summary()).contains("### " + environment.get("VENICE_BASE_URL") + " and edition 2026-06-17: ");

        var other = Map.of("ARGUMENTS", "--edition 2026-10-02 --models '" + environment.get("VENICE_BASE_URL") + "'");
        var drift = step("drift", other);
        assertThat(drift.code()).as(drift.printed()).isEqualTo(1);
        assertThat(drift.printed()).contains("::error title=");
        assertThat(summary()).contains("### Drift from edition 2026-10-02: ", "| breaking | ");
    }

    @Test
    void aServerThatSpeaksTlsIsAskedAsItsAuthoritySays() throws Exception {
        var authority = folder.resolve("ca.pem");
        var serve = step("serve", Map.of("ARGUMENTS", "--tls generated --tls-ca '" + authority + "'"));
        assertThat(serve.code()).as(serve.printed()).isZero();
        server = pid(serve);
        var environment = told("env");
        assertThat(environment).containsEntry("VENICE_SIM_TLS_CA", authority.toString());
        assertThat(environment.get("VENICE_SIM_URL")).startsWith("https://");
        var costs = step("costs", environment);
        assertThat(costs.code()).as(costs.printed()).isZero();
        assertThat(costs.printed()).contains("0 USD, 0 findings in 0 worlds");
    }

    @Test
    void whatIsMissingIsOneLineWithTheFix() throws Exception {
        assertThat(step("serve", Map.of("JAR", "/no/such.jar")))
                .isEqualTo(new Step(
                        2,
                        "::error title=venice-sim::jar is /no/such.jar, and there is no such file; give the path of"
                                + " venice-sim.jar as jar, or leave it out\n"));
        assertThat(step("check", Map.of()).printed()).contains("check wants a target: give the base URL as target");
        assertThat(step("costs", Map.of()).printed())
                .contains("run this action with command: serve in an earlier step");
        assertThat(step("tidy", Map.of()).printed())
                .contains("command cannot be \"tidy\"; give serve, costs, check, drift");
        assertThat(step("costs", Map.of("MAX_USD", "much")).printed())
                .contains("max-usd cannot be \"much\"; give dollars");
    }
}

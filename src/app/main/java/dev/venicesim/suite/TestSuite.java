package dev.venicesim.suite;

import dev.venicesim.time.Durations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Test suite of a user: a command that exits with 0 if all is well.
 *
 * @param command its words
 * @param timeout after which it is ended, which counts as a failure
 */
public record TestSuite(List<String> command, Duration timeout) {

    /**
     * A suite as a user gives it.
     *
     * @param timeout such as {@code 5m}
     * @throws IllegalArgumentException if that is no duration
     */
    public static TestSuite of(List<String> command, String timeout) {
        try {
            return new TestSuite(List.copyOf(command), Durations.parse(timeout));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("timeout cannot be \"" + timeout + "\"; give a duration such as 5m", e);
        }
    }

    /** How a run of it ended. */
    public enum Ending {
        PASSED,
        FAILED,
        TIMED_OUT
    }

    /**
     * What a run is told in its environment.
     *
     * @param more variables by name
     */
    public record Environment(String baseUrl, String apiKey, Map<String, String> more) {

        public Environment(String baseUrl, String apiKey) {
            this(baseUrl, apiKey, Map.of());
        }

        private void writeTo(Map<String, String> variables) {
            variables.put("VENICE_BASE_URL", baseUrl);
            variables.put("VENICE_API_KEY", apiKey);
            variables.putAll(more);
        }
    }

    /**
     * Runs it.
     *
     * @param log gets what it prints, if anything does
     * @throws IOException if the command cannot be started
     */
    public Ending run(Environment environment, Optional<Path> log) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        environment.writeTo(builder.environment());
        builder.redirectOutput(
                log.map(file -> ProcessBuilder.Redirect.to(file.toFile())).orElse(ProcessBuilder.Redirect.DISCARD));
        var process = builder.start();
        process.getOutputStream().close();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return Ending.TIMED_OUT;
            }
            return process.exitValue() == 0 ? Ending.PASSED : Ending.FAILED;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}

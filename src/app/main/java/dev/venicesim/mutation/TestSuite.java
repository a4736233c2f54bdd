package dev.venicesim.mutation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Test suite of a user: a command that exits with 0 if all is well.
 *
 * @param command its words
 * @param timeout after which it is ended, which counts as a failure
 */
public record TestSuite(List<String> command, Duration timeout) {

    private static final String KEY = "venice-sim-mutate-key";

    /** How a run of it ended. */
    enum Ending {
        PASSED,
        FAILED,
        TIMED_OUT
    }

    /**
     * Runs it against a base URL.
     *
     * @param log gets what it prints, if anything does
     * @throws IOException if the command cannot be started
     */
    Ending run(String baseUrl, Optional<Path> log) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("VENICE_BASE_URL", baseUrl);
        builder.environment().put("VENICE_API_KEY", KEY);
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

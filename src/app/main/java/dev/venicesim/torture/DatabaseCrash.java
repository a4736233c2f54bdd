package dev.venicesim.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Crash of a database, after which it is up again.
 *
 * @param command of the shell, such as {@code pg_ctl -D DATA -m immediate restart}
 */
public record DatabaseCrash(String command) {

    /**
     * Lets it happen.
     *
     * @param folder where the log of the command goes
     * @throws IOException if the command fails
     */
    void happen(Path folder) throws IOException, InterruptedException {
        var log = folder.resolve("log-crash");
        var process = new ProcessBuilder(List.of("sh", "-c", command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var code = process.waitFor();
        if (code != 0) {
            throw new IOException("the command that crashes the database ended with " + code + "; its log is " + log);
        }
    }
}

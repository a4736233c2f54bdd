package dev.venicesim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class LogStreamTest {

    private final ByteArrayOutputStream target = new ByteArrayOutputStream();
    private final Queue<Runnable> later = new ConcurrentLinkedQueue<>();
    private final LogStream log = new LogStream(new PrintStream(target, false, UTF_8), later::add);

    @Test
    void passesOnManyLinesAtOnceWhenTheirMomentIsOver() throws IOException {
        log.write("one\n".getBytes(UTF_8));
        log.write("two\n".getBytes(UTF_8));
        assertThat(target.toString(UTF_8)).isEmpty();
        assertThat(later).hasSize(1);

        later.remove().run();

        assertThat(target.toString(UTF_8)).isEqualTo("one\ntwo\n");
        log.write("three\n".getBytes(UTF_8));
        assertThat(later).hasSize(1);
    }

    @Test
    void passesOnWhatDoesNotFit() throws IOException {
        var line = "x".repeat(40_000) + "\n";
        log.write(line.getBytes(UTF_8));
        log.write(line.getBytes(UTF_8));
        assertThat(target.toString(UTF_8)).isEqualTo(line);

        log.write("y".repeat(100_000).getBytes(UTF_8));

        assertThat(target.toString(UTF_8)).isEqualTo(line + line + "y".repeat(100_000));
    }

    @Test
    void holdsNothingBackOnceItIsClosed() throws IOException {
        log.write("one\n".getBytes(UTF_8));
        log.close();
        assertThat(target.toString(UTF_8)).isEqualTo("one\n");

        log.write("two\n".getBytes(UTF_8));

        assertThat(target.toString(UTF_8)).isEqualTo("one\ntwo\n");
    }

    @Test
    void losesNoLineOfManyThreads() throws Exception {
        var threads = Executors.newFixedThreadPool(16);
        try {
            threads.invokeAll(Collections.nCopies(64, () -> {
                for (int i = 0; i < 1000; i++) {
                    log.write("a line\n".getBytes(UTF_8));
                }
                return true;
            }));
        } finally {
            threads.shutdown();
        }
        log.close();

        assertThat(target.toString(UTF_8).lines()).hasSize(64_000).containsOnly("a line");
    }
}

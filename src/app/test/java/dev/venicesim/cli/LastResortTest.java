package dev.venicesim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastResortTest {

    /** A process that would go on for ever after one of its threads has died. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] args) throws InterruptedException {
            LastResort.install();
            new Thread(() -> {
                        if (args[0].equals("thrown")) {
                            throw new OutOfMemoryError("as if");
                        }
                        var hoard = new byte[64][];
                        for (var i = 0; i < hoard.length; i++) {
                            hoard[i] = new byte[8 * 1024 * 1024];
                        }
                        System.out.println(hoard.length);
                    })
                    .start();
            new CountDownLatch(1).await();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"thrown", "real"})
    void endsAProcessThatIsOutOfMemory(String how) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java, "-Xmx32m", "-cp", System.getProperty("java.class.path"), Victim.class.getName(), how)
                .redirectErrorStream(true)
                .start();

        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(LastResort.OUT_OF_MEMORY);
        assertThat(said).startsWith("venice-sim: out of memory; give the JVM more");
    }
}

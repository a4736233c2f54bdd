package stranger;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A thousand tests, sixteen at once, each with a world of its own. */
@VeniceSimulatorTest
class ThousandWorldsTest {

    private static final long MOST_MEGABYTES = 512;

    private static final Set<String> KEYS = ConcurrentHashMap.newKeySet();

    @RepeatedTest(1000)
    void spendsOnlyItsOwnMoney(VeniceWorld world) throws Exception {
        KEYS.add(world.apiKey());
        assertThat(GondolaClient.in(world).queue(GondolaClient.GONDOLA).statusCode()).isEqualTo(200);
        assertThat(world).hasCharged("0.55").hasBalance("99.45").hasJobs(1);
    }

    @Test
    void getsAPlayableVideo(VeniceWorld world) throws Exception {
        assertThat(GondolaClient.in(world).video()).isPlayableMp4().hasDuration("5s").hasSize(1280, 720);
    }

    @AfterAll
    static void everyKeyWasNew() {
        assertTrue(KEYS.size() == 1000, "keys: " + KEYS.size());
    }

    /** Of the whole JVM at its largest, simulator, engine and client included; only Linux tells it. */
    @AfterAll
    static void staysSmall() throws IOException {
        var status = Path.of("/proc/self/status");
        var peak = Files.exists(status) ? Files.readAllLines(status) : List.of("VmHWM: 0 kB");
        var megabytes = peak.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
        System.out.println("a thousand worlds: at most " + megabytes + " MB resident");
        assertTrue(megabytes < MOST_MEGABYTES, megabytes + " MB resident");
    }
}

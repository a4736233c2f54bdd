package dev.venicesim.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.run.RunFile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** A run that is played again is the same to the byte, and so is what it left at each of its requests. */
class ReplayPropertyTest {

    private static final AtomicInteger WORLDS = new AtomicInteger();
    private static final List<Sim> SIMS = new ArrayList<>();

    @BeforeContainer
    static void start() {
        SIMS.add(Sim.start());
    }

    @AfterContainer
    static void stop() {
        SIMS.forEach(Sim::close);
        SIMS.clear();
    }

    @Property(tries = 100)
    void aRunThatIsPlayedAgainIsTheSameAndItsForksAreItsPast(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 1000) Integer> steps,
            @ForAll @IntRange(max = 1000) int fork,
            @ForAll @IntRange(max = 1000) int seed)
            throws InterruptedException {
        var file = RunFile.read(RecordedRuns.record(SIMS.get(0), "again" + WORLDS.incrementAndGet(), seed, steps));
        try (var player = RunPlayer.open(file, Stage.SAME)) {
            var report = ReplayReport.of(player.play());
            assertThat(report.isSame()).as("%s", report.lines()).isTrue();
        }
        var last = fork % (file.requests().size() + 1L);
        try (var player = RunPlayer.open(file, Stage.SAME)) {
            player.play(last);
            var key = player.handOver(last);
            var requests = new Http(player.simulator().origin() + "/__sim/worlds/" + key)
                    .get("/requests")
                    .json()
                    .path("requests");
            assertThat(requests).hasSize((int) last);
            for (var n = 0; n < last; n++) {
                assertThat(requests.path(n).path("status").asInt())
                        .isEqualTo(file.requests().get(n).answer().status());
            }
        }
    }
}

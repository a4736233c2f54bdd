package dev.venicesim.jobs;

import static dev.venicesim.jobs.Jobs.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.jobs.JobState.Gone;
import dev.venicesim.jobs.JobState.Processing;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class VideoJobPropertiesTest {

    private static final int PROCESSING = 0;
    private static final int ENDED = 1;
    private static final int GONE = 2;

    @Property(tries = 300)
    void aStateNeverGoesBackAsTimePasses(
            @ForAll("outcomes") Outcome outcome,
            @ForAll("paces") String pace,
            @ForAll @Size(max = 12) List<@LongRange(min = 0, max = 100_000) Long> seconds) {
        var job = Jobs.job(pace, outcome);
        var phases = seconds.stream()
                .sorted()
                .map(at -> phase(job.at(START.plusSeconds(at))))
                .toList();
        assertThat(phases).isSorted();
    }

    @Property(tries = 300)
    void pollsNeverBringBackWhatWasOver(
            @ForAll("outcomes") Outcome outcome,
            @ForAll("paces") String pace,
            @ForAll @Size(max = 12) List<@LongRange(min = 0, max = 100_000) Long> seconds) {
        var job = Jobs.job(pace, outcome);
        var last = PROCESSING;
        for (var at : seconds.stream().sorted().toList()) {
            var now = START.plusSeconds(at);
            job = job.poll(now).job();
            assertThat(phase(job.at(now))).isGreaterThanOrEqualTo(last);
            last = phase(job.at(now));
        }
    }

    @Property(tries = 100)
    void exactlySoManyPollsSeeProcessing(@ForAll @IntRange(max = 40) int polls, @ForAll @IntRange(max = 20) int more) {
        var job = Jobs.job("polls:" + polls, new Outcome.Completes());
        var seen = 0;
        for (var i : IntStream.range(0, polls + more).toArray()) {
            var poll = job.poll(START.plusMillis(i % 3));
            seen += poll.seen() instanceof Processing ? 1 : 0;
            job = poll.job();
        }
        assertThat(seen).isEqualTo(polls);
    }

    @Property(tries = 300)
    void whatIsDueIsFixedOnceItIs(
            @ForAll("outcomes") Outcome outcome,
            @ForAll("paces") String pace,
            @ForAll @LongRange(min = 0, max = 200_000) long early,
            @ForAll @LongRange(min = 0, max = 200_000) long later) {
        var job = Jobs.job(pace, outcome);
        var due = job.due(START.plusSeconds(early));
        if (due.isPresent()) {
            assertThat(due.get().at()).isBeforeOrEqualTo(START.plusSeconds(early));
            assertThat(job.due(START.plusSeconds(early + later))).isEqualTo(due);
        }
    }

    @Property(tries = 200)
    void anOutcomeSurvivesItsJson(@ForAll("outcomes") Outcome outcome) {
        assertThat(OutcomeJson.read(OutcomeJson.write(outcome))).isEqualTo(outcome);
    }

    @Provide
    Arbitrary<Outcome> outcomes() {
        return Arbitraries.of(
                new Outcome.Completes(),
                new Outcome.Refused(Optional.of("wan-2.6-text-to-video"), Optional.of(false)),
                new Outcome.Refused(Optional.empty(), Optional.empty()),
                new Outcome.Rejected(422, "no"),
                new Outcome.Fails("broken"),
                new Outcome.AtCapacity(3),
                new Outcome.Unfetchable(2),
                new Outcome.Stuck(),
                new Outcome.Purged(),
                new Outcome.Placeholder());
    }

    @Provide
    Arbitrary<String> paces() {
        return Arbitraries.of("realistic", "0s", "5s", "90m", "30h", "1000d", "polls:0", "polls:3");
    }

    private static int phase(JobState state) {
        if (state instanceof Processing) {
            return PROCESSING;
        }
        return state instanceof Gone ? GONE : ENDED;
    }
}

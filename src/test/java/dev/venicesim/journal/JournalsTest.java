package dev.venicesim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.journal.finding.Event;
import dev.venicesim.journal.finding.JobFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalsTest {

    private static final long MEGABYTE = 1 << 20;

    private static Entry entry(int bytes) {
        var body = new Body.Text("text/plain", new byte[bytes], bytes);
        var message = new Exchange.Message(Map.of(), body);
        return new Entry(
                0,
                Instant.EPOCH,
                "POST",
                "/",
                "queue",
                200,
                1,
                "simulator",
                List.of("because"),
                new Exchange("", message, message));
    }

    @Test
    void keepsTheLatestEntriesOfEachWorld() {
        var journals = new Journals(3, MEGABYTE);
        for (int i = 0; i < 10; i++) {
            journals.add("one", entry(1));
        }
        journals.add("two", entry(1));

        assertThat(journals.of("one").orElseThrow().entries())
                .extracting(Entry::n)
                .containsExactly(8L, 9L, 10L);
        assertThat(journals.of("two").orElseThrow().entries()).hasSize(1);
    }

    @Test
    void countsButKeepsNothingIfToldSo() {
        var journals = new Journals(0, MEGABYTE);
        journals.add("one", entry(1));

        assertThat(journals.add("one", entry(1))).isEqualTo(2);
        assertThat(journals.of("one").orElseThrow().entries()).isEmpty();
    }

    @Test
    void neverHoldsMoreMemoryThanItMayAndForgetsTheOldest() {
        var journals = new Journals(1000, MEGABYTE);
        for (int i = 0; i < 2000; i++) {
            journals.add("world" + i % 7, entry(4000));
            assertThat(journals.weight()).isLessThanOrEqualTo(MEGABYTE);
        }

        assertThat(journals.weight()).isGreaterThan(MEGABYTE / 2);
        var kept = journals.of("world0").orElseThrow().entries();
        assertThat(kept.get(kept.size() - 1).n()).isEqualTo(286);
    }

    @Test
    void givesMemoryBackWithTheWorld() {
        var journals = new Journals(1000, MEGABYTE);
        journals.add("one", entry(4000));
        journals.drop("one");

        assertThat(journals.weight()).isZero();
        assertThat(journals.of("one")).isEmpty();
    }

    @Test
    void boundsWhatFindingsRememberOverAllWorldsTogether() {
        var journals = new Journals(1, MEGABYTE);
        for (int i = 0; i < 50_000; i++) {
            journals.see("world" + i % 100, event(i));
            assertThat(journals.remembered()).isLessThanOrEqualTo(MEGABYTE / 320);
        }

        var sum = 0;
        for (int i = 0; i < 100; i++) {
            sum += journals.of("world" + i).orElseThrow().watch().size();
        }
        assertThat(journals.remembered()).isEqualTo(sum).isGreaterThan(1000);
        for (int i = 0; i < 100; i++) {
            journals.drop("world" + i);
        }
        assertThat(journals.remembered()).isZero();
    }

    private static Event event(long i) {
        var moment = new Event.Moment(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, false);
        var asked = new Event.Asked("print" + i, "192.0.2.1", "nonce" + i, false);
        var told = new Event.Told(
                400, Event.Form.OTHER, Event.Arrival.WHOLE, Instant.EPOCH.plusSeconds(60), Event.Dropped.NONE);
        return new Event(i, moment, "queue", asked, told, JobFacts.NONE);
    }
}

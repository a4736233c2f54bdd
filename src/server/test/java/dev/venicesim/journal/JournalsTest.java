package dev.venicesim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.journal.finding.ClientEvent;
import dev.venicesim.journal.finding.JobFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalsTest {

    private static final long MEGABYTE = 1 << 20;

    static RequestRecord entry(int bytes) {
        var body = new KeptBody.Text("text/plain", new byte[bytes], bytes);
        var message = new RecordedExchange.Message(Map.of(), body);
        return new RequestRecord(
                0,
                Instant.EPOCH,
                "",
                "POST",
                "/",
                "queue",
                200,
                1,
                "simulator",
                List.of("because"),
                new RecordedExchange("", message, message),
                SentReply.NONE,
                Optional.empty());
    }

    @Test
    void keepsTheLatestEntriesOfEachWorld() {
        var journals = new Journals(3, MEGABYTE);
        for (int i = 0; i < 10; i++) {
            journals.add("one", entry(1));
        }
        journals.add("two", entry(1));

        assertThat(journals.of("one").orElseThrow().entries())
                .extracting(RequestRecord::n)
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
    void takesMemoryFromTheWorldThatHasMostOfIt() {
        var journals = new Journals(1000, MEGABYTE);
        journals.add("quiet", entry(4000));
        for (int i = 0; i < 1000; i++) {
            journals.add("loud", entry(4000));
        }

        assertThat(journals.of("quiet").orElseThrow().entries()).hasSize(1);
        assertThat(journals.weight()).isLessThanOrEqualTo(MEGABYTE);
    }

    /** Whatever of a request is long counts by its length. */
    @Test
    void weighsEveryPartOfARequestByItsLength() {
        var length = 10_000;
        var text = "x".repeat(length);
        var none = new RecordedExchange.Message(Map.of(), KeptBody.NONE);
        var headers = new RecordedExchange.Message(Map.of("X-Long", text), KeptBody.NONE);
        var name = new RecordedExchange.Message(Map.of(text, "1"), KeptBody.NONE);
        for (var lengthy : List.of(
                entry("GET", "/", new RecordedExchange("", headers, none)),
                entry("GET", "/", new RecordedExchange("", none, headers)),
                entry("GET", "/", new RecordedExchange("", name, none)),
                entry("GET", "/", new RecordedExchange(text, none, none)),
                entry("GET", text, RecordedExchange.NONE),
                entry(text, "/", RecordedExchange.NONE))) {
            assertThat(lengthy.weight()).isBetween((long) length, length + 2000L);
        }
    }

    @Test
    void holdsFewRequestsWhoseHeadersAreLong() {
        var journals = new Journals(1000, MEGABYTE);
        var headers = new RecordedExchange.Message(Map.of("X-Long", "x".repeat(50_000)), KeptBody.NONE);
        for (int i = 0; i < 1000; i++) {
            journals.add("world" + i, entry("GET", "/", new RecordedExchange("", headers, headers)));
        }

        assertThat(journals.weight()).isLessThanOrEqualTo(MEGABYTE);
    }

    private static RequestRecord entry(String method, String path, RecordedExchange exchange) {
        return new RequestRecord(
                0,
                Instant.EPOCH,
                "",
                method,
                path,
                "queue",
                200,
                1,
                "simulator",
                List.of(),
                exchange,
                SentReply.NONE,
                Optional.empty());
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
            sum += journals.of("world" + i).orElseThrow().engine().size();
        }
        assertThat(journals.remembered()).isEqualTo(sum).isGreaterThan(1000);
        for (int i = 0; i < 100; i++) {
            journals.drop("world" + i);
        }
        assertThat(journals.remembered()).isZero();
    }

    private static ClientEvent event(long i) {
        var moment = new ClientEvent.Moment(
                Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Optional.empty(), false, Duration.ZERO);
        var asked = new ClientEvent.Asked("client", "print" + i, "192.0.2.1", "nonce" + i, false);
        var told = new ClientEvent.Told(
                400,
                ClientEvent.Form.OTHER,
                ClientEvent.Arrival.WHOLE,
                new ClientEvent.Wait(Instant.EPOCH.plusSeconds(60), "Retry-After"),
                ClientEvent.Dropped.NONE);
        return new ClientEvent(i, moment, "queue", asked, told, JobFacts.NONE);
    }
}

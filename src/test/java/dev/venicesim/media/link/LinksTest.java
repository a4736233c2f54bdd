package dev.venicesim.media.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.catalog.Quirks;
import dev.venicesim.media.link.Fetch.File;
import dev.venicesim.media.link.Fetch.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LinksTest {

    private static final Instant START = Instant.parse("2026-06-17T10:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final LinkState FRESH = LinkState.issued(START);

    private final Links links = new Links(LinkSettings.documented(), Quirks.defaults());

    private static Fetch get(Instant now) {
        return new Fetch(Kind.GET, "192.0.2.1", File.READY, now);
    }

    private static Fetch getFrom(String address) {
        return new Fetch(Kind.GET, address, File.READY, START);
    }

    private static int status(LinkDecision decision) {
        return decision instanceof LinkDecision.Refuse refuse
                ? refuse.refusal().error().status()
                : 200;
    }

    private static String body(LinkDecision decision) {
        return ((LinkDecision.Refuse) decision).refusal().error().body().toString();
    }

    private LinkState read(LinkState state, int times) {
        var read = state;
        for (var i = 0; i < times; i++) {
            read = links.delivered(read, 0, 100, 100);
        }
        return read;
    }

    @Test
    void findsNothingBeforeTheJobHasAFile() {
        var early = links.fetch(FRESH, new Fetch(Kind.GET, "192.0.2.1", File.NOT_READY, START));
        var deleted = links.fetch(FRESH, new Fetch(Kind.GET, "192.0.2.1", File.DELETED, START));

        assertThat(body(early)).isEqualTo("{\"error\":\"object not found\"}");
        assertThat(status(early)).isEqualTo(404);
        assertThat(status(deleted)).isEqualTo(404);
        assertThat(status(links.fetch(early.state(), get(START)))).isEqualTo(200);
    }

    @Test
    void servesForADayAndNotANanosecondMore() {
        var last = links.fetch(FRESH, get(START.plus(DAY).minusNanos(1)));
        var late = links.fetch(FRESH, get(START.plus(DAY)));

        assertThat(status(last)).isEqualTo(200);
        assertThat(status(late)).isEqualTo(410);
        assertThat(body(late)).isEqualTo("{\"error\":\"This download link has expired.\"}");
        assertThat(late.state()).isSameAs(FRESH);
        assertThat(links.expiresAt(FRESH)).isEqualTo(START.plus(DAY));
    }

    @Test
    void servesFiveFullReadsAndThenIsUsedUp() {
        var fifth = links.fetch(read(FRESH, 4), get(START));
        var sixth = links.fetch(read(FRESH, 5), get(START));

        assertThat(status(fifth)).isEqualTo(200);
        assertThat(status(sixth)).isEqualTo(410);
        assertThat(body(sixth)).isEqualTo("{\"error\":\"This download link has been used up.\"}");
    }

    @Test
    void countsOnlyADeliveryOfTheWholeFile() {
        assertThat(links.delivered(FRESH, 0, 99, 100)).isSameAs(FRESH);
        assertThat(links.delivered(FRESH, 1, 99, 100)).isSameAs(FRESH);
        assertThat(links.delivered(FRESH, 50, 50, 100)).isSameAs(FRESH);
        assertThat(links.delivered(FRESH, 0, 100, 100).fullReads()).isEqualTo(1);
    }

    @Test
    void refusesTheEleventhGetWithinAMinuteAndAdmitsItAMinuteAfterTheFirst() {
        var state = FRESH;
        for (var i = 0; i < 10; i++) {
            var decision = links.fetch(state, get(START.plusSeconds(i)));
            assertThat(status(decision)).as("GET %d", i + 1).isEqualTo(200);
            state = decision.state();
        }

        var burst = links.fetch(state, get(START.plusSeconds(60).minusNanos(1)));
        var later = links.fetch(burst.state(), get(START.plusSeconds(60)));

        assertThat(status(burst)).isEqualTo(429);
        assertThat(body(burst)).isEqualTo("{\"error\":\"Rate limit exceeded\"}");
        assertThat(status(later)).isEqualTo(200);
        assertThat(later.state().recentGets()).hasSize(10).doesNotContain(START);
    }

    @Test
    void countsPollingBeforeCompletionTowardsTheBurst() {
        var state = FRESH;
        for (var i = 0; i < 10; i++) {
            state = links.fetch(state, new Fetch(Kind.GET, "192.0.2.1", File.NOT_READY, START))
                    .state();
        }

        assertThat(status(links.fetch(state, get(START)))).isEqualTo(429);
    }

    @Test
    void countsNoHeadTowardsTheBurst() {
        var state = FRESH;
        for (var i = 0; i < 30; i++) {
            state = links.fetch(state, new Fetch(Kind.HEAD, "192.0.2.1", File.READY, START))
                    .state();
        }

        assertThat(status(links.fetch(state, get(START)))).isEqualTo(200);
    }

    @Test
    void bearsOneChangeOfAddressAndTheWayBack() {
        var home = links.fetch(FRESH, getFrom("192.0.2.1"));
        var tunnel = links.fetch(home.state(), getFrom("2001:db8::1"));
        var homeAgain = links.fetch(tunnel.state(), getFrom("192.0.2.1"));
        var third = links.fetch(homeAgain.state(), getFrom("203.0.113.9"));
        var stillHome = links.fetch(third.state(), getFrom("192.0.2.1"));

        assertThat(status(tunnel)).isEqualTo(200);
        assertThat(status(homeAgain)).isEqualTo(200);
        assertThat(status(third)).isEqualTo(410);
        assertThat(body(third)).isEqualTo("{\"error\":\"This download link is in use from another network.\"}");
        assertThat(status(stillHome)).isEqualTo(200);
    }

    @Test
    void isGoneOnceRevokedHoweverOften() {
        var once = links.revoke(read(FRESH, 1));
        var twice = links.revoke(once);

        assertThat(twice).isSameAs(once);
        assertThat(status(links.fetch(once, get(START)))).isEqualTo(410);
        assertThat(body(links.fetch(once, get(START))))
                .isEqualTo("{\"error\":\"This download link has been revoked.\"}");
    }

    @Test
    void isNotFoundOnceRevokedByQuirk() {
        var observed = new Links(LinkSettings.documented(), Quirks.defaults().with("deleted-link", "404"));

        var decision = observed.fetch(observed.revoke(FRESH), get(START.plus(DAY)));

        assertThat(status(decision)).isEqualTo(404);
        assertThat(body(decision)).isEqualTo("{\"error\":\"object not found\"}");
    }

    @Test
    void takesOtherNumbersFromItsSettings() {
        var strict = new Links(new LinkSettings(Duration.ofSeconds(1), 1, 1, 1), Quirks.defaults());
        var first = strict.fetch(FRESH, getFrom("192.0.2.1"));

        assertThat(status(strict.fetch(first.state(), getFrom("192.0.2.1")))).isEqualTo(429);
        assertThat(status(strict.fetch(FRESH.withAddresses(List.of("192.0.2.1")), getFrom("192.0.2.2"))))
                .isEqualTo(410);
        assertThat(status(strict.fetch(FRESH, get(START.plusSeconds(1))))).isEqualTo(410);
        assertThat(status(strict.fetch(strict.delivered(FRESH, 0, 1, 1), get(START))))
                .isEqualTo(410);
        assertThatThrownBy(() -> new LinkSettings(DAY, 0, 10, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void admitsNoMoreThanABurstToSixtyFourThreads() throws InterruptedException {
        var cell = new AtomicReference<>(FRESH);
        var served = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(64);
        for (var i = 0; i < 640; i++) {
            pool.execute(() -> served.addAndGet(fetchOnce(cell)));
        }
        pool.shutdown();

        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(served).hasValue(10);
    }

    private int fetchOnce(AtomicReference<LinkState> cell) {
        while (true) {
            var state = Objects.requireNonNull(cell.get());
            var decision = links.fetch(state, get(START));
            if (cell.compareAndSet(state, decision.state())) {
                return decision instanceof LinkDecision.Serve ? 1 : 0;
            }
        }
    }
}

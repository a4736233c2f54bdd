package dev.venicesim.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.download.LinkFetch.File;
import dev.venicesim.download.LinkFetch.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LinkLifecycleTest {

    private static final Instant START = Instant.parse("2026-06-17T10:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final LinkState FRESH = LinkState.issued(START);

    private final LinkLifecycle links = new LinkLifecycle(LinkSettings.documented(), QuirkSettings.defaults());

    private static LinkFetch get(Instant now) {
        return new LinkFetch(Kind.GET, "192.0.2.1", File.READY, now);
    }

    private static LinkFetch getFrom(String address) {
        return new LinkFetch(Kind.GET, address, File.READY, START);
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
        var early = links.fetch(FRESH, new LinkFetch(Kind.GET, "192.0.2.1", File.NOT_READY, START));
        var deleted = links.fetch(FRESH, new LinkFetch(Kind.GET, "192.0.2.1", File.DELETED, START));

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
    void countsWhatIsUnderWayAndGivesItBackWhenItBreaksOff() {
        var begun = FRESH;
        for (var i = 0; i < 5; i++) {
            begun = links.fetch(begun, get(START)).state();
        }

        var sixth = links.fetch(begun, get(START));
        var afterABreak = links.fetch(links.delivered(begun, 0, 99, 100), get(START));
        var afterAWholeOne = links.fetch(links.delivered(begun, 0, 100, 100), get(START));

        assertThat(status(sixth)).isEqualTo(410);
        assertThat(status(afterABreak)).isEqualTo(200);
        assertThat(status(afterAWholeOne)).isEqualTo(410);
    }

    @Test
    void admitsEveryPartThatIsNoFullReadWhileFullReadsAreUnderWay() {
        var rest = new LinkFetch(Kind.GET_REST, "192.0.2.1", File.READY, START);
        var begun = links.fetch(FRESH, get(START)).state();
        for (var i = 0; i < 8; i++) {
            begun = links.fetch(begun, rest).state();
        }

        assertThat(begun.underWay()).isEqualTo(1);
        assertThat(begun.recentGets()).hasSize(9);
    }

    @Test
    void refusesTheEleventhGetWithinAMinuteAndAdmitsItAMinuteAfterTheFirst() {
        var state = FRESH;
        for (var i = 0; i < 10; i++) {
            var decision = links.fetch(state, get(START.plusSeconds(i)));
            assertThat(status(decision)).as("GET %d", i + 1).isEqualTo(200);
            state = links.brokenOff(decision.state());
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
            state = links.fetch(state, new LinkFetch(Kind.GET, "192.0.2.1", File.NOT_READY, START))
                    .state();
        }

        assertThat(status(links.fetch(state, get(START)))).isEqualTo(429);
    }

    @Test
    void countsNoHeadTowardsTheBurst() {
        var state = FRESH;
        for (var i = 0; i < 30; i++) {
            state = links.fetch(state, new LinkFetch(Kind.HEAD, "192.0.2.1", File.READY, START))
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
        var observed = new LinkLifecycle(
                LinkSettings.documented(), QuirkSettings.defaults().with("deleted-link", "404"));

        var decision = observed.fetch(observed.revoke(FRESH), get(START.plus(DAY)));

        assertThat(status(decision)).isEqualTo(404);
        assertThat(body(decision)).isEqualTo("{\"error\":\"object not found\"}");
    }

    @Test
    void takesOtherNumbersFromItsSettings() {
        var strict = new LinkLifecycle(new LinkSettings(Duration.ofSeconds(1), 1, 1, 1), QuirkSettings.defaults());
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
    void admitsNoMoreThanABurstToSixtyFourThreadsThatBreakOff() throws InterruptedException {
        assertThat(servedOf640(links::brokenOff)).isEqualTo(10);
    }

    @Test
    void admitsNoMoreThanItsFullReadsToSixtyFourThreads() throws InterruptedException {
        assertThat(servedOf640(state -> state)).isEqualTo(5);
        assertThat(servedOf640(state -> links.delivered(state, 0, 100, 100))).isEqualTo(5);
    }

    private int servedOf640(UnaryOperator<LinkState> then) throws InterruptedException {
        var cell = new AtomicReference<>(FRESH);
        var served = new AtomicInteger();
        var pool = Executors.newFixedThreadPool(64);
        for (var i = 0; i < 640; i++) {
            pool.execute(() -> served.addAndGet(fetchOnce(cell, then)));
        }
        pool.shutdown();

        assertThat(pool.awaitTermination(150, TimeUnit.SECONDS)).isTrue();
        return served.get();
    }

    private int fetchOnce(AtomicReference<LinkState> cell, UnaryOperator<LinkState> then) {
        while (true) {
            var state = Objects.requireNonNull(cell.get());
            var decision = links.fetch(state, get(START));
            var served = decision instanceof LinkDecision.Serve;
            if (cell.compareAndSet(state, served ? then.apply(decision.state()) : decision.state())) {
                return served ? 1 : 0;
            }
        }
    }
}

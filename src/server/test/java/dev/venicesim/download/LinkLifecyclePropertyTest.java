package dev.venicesim.download;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.download.LinkFetch.File;
import dev.venicesim.download.LinkFetch.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class LinkLifecyclePropertyTest {

    private static final Instant START = Instant.parse("2026-06-17T10:00:00Z");
    private static final LinkSettings SETTINGS = new LinkSettings(Duration.ofMinutes(10), 3, 4, 2);

    private enum What {
        GET,
        HEAD,
        FINISH,
        BREAK_OFF,
        REVOKE
    }

    private record Step(What what, int pauseSeconds, int client, File file) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        var what = Arbitraries.frequency(
                Tuple.of(20, What.GET),
                Tuple.of(5, What.HEAD),
                Tuple.of(5, What.FINISH),
                Tuple.of(5, What.BREAK_OFF),
                Tuple.of(1, What.REVOKE));
        var file = Arbitraries.of(File.READY, File.READY, File.READY, File.NOT_READY, File.DELETED);
        return Combinators.combine(
                        what,
                        Arbitraries.integers().between(0, 45),
                        Arbitraries.integers().between(1, 3),
                        file)
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 500)
    void servesNothingRevokedExpiredUsedUpOrUnfinishedAndToNoThirdAddress(@ForAll("steps") List<Step> steps) {
        var links = new LinkLifecycle(SETTINGS, QuirkSettings.defaults());
        var state = LinkState.issued(START);
        var now = START;
        var reads = 0;
        var underWay = 0;
        var revoked = false;
        var served = new HashSet<String>();
        for (var step : steps) {
            now = now.plusSeconds(step.pauseSeconds());
            switch (step.what()) {
                case GET, HEAD -> {
                    var address = "192.0.2." + step.client();
                    var kind = step.what() == What.GET ? Kind.GET : Kind.HEAD;
                    var decision = links.fetch(state, new LinkFetch(kind, address, step.file(), now));
                    state = decision.state();
                    if (decision instanceof LinkDecision.Serve) {
                        served.add(address);
                        assertThat(revoked).isFalse();
                        assertThat(now).isBefore(START.plusSeconds(600));
                        assertThat(reads + underWay).isLessThan(3);
                        assertThat(step.file()).isEqualTo(File.READY);
                        underWay += kind == Kind.GET ? 1 : 0;
                    }
                }
                case FINISH -> {
                    if (underWay > 0) {
                        state = links.delivered(state, 0, 9, 9);
                        reads++;
                        underWay--;
                    }
                }
                case BREAK_OFF -> {
                    state = links.delivered(state, 0, 8, 9);
                    underWay = Math.max(0, underWay - 1);
                }
                case REVOKE -> {
                    state = links.revoke(state);
                    revoked = true;
                }
            }
            assertThat(state.recentGets()).hasSizeLessThanOrEqualTo(4);
        }
        assertThat(served).hasSizeLessThanOrEqualTo(2);
    }
}

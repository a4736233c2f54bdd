package dev.venicesim.journal.finding;

import static dev.venicesim.journal.finding.Event.Form.ACCEPTED;
import static dev.venicesim.journal.finding.Event.Form.OTHER;
import static dev.venicesim.journal.finding.Event.Form.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.money.Usd;
import org.junit.jupiter.api.Test;

class RulesTest {

    private final Seen seen = new Seen();

    @Test
    void hasElevenRulesWithNamesOfTheirOwn() {
        assertThat(Rules.names()).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void tellsOfAJobPaidTwiceAfterALostReply() {
        seen.see(seen.event("queue", "same", Seen.told(503, ACCEPTED), Seen.job("one")));
        seen.see(seen.event("queue", "same", Seen.told(200, ACCEPTED), Seen.job("two")));

        assertThat(seen.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("paid-twice");
            assertThat(finding.cost()).isEqualTo(Usd.ofCents(55));
            assertThat(finding.requests()).containsExactly(1L, 2L);
            assertThat(finding.line()).contains("error paid-twice", "0.55 USD");
        });
    }

    @Test
    void isContentWithASecondJobThatWasWanted() {
        seen.see(seen.event("queue", "same", Seen.told(200, ACCEPTED), Seen.job("one")));
        seen.see(seen.event("queue", "same", Seen.told(200, ACCEPTED), Seen.job("two")));

        assertThat(seen.findings()).isEmpty();
    }

    @Test
    void isContentWithARetryOfWhatWasNeverAccepted() {
        seen.see(seen.event("queue", "same", Seen.told(503, OTHER), JobFacts.NONE));
        seen.see(seen.event("queue", "same", Seen.told(200, ACCEPTED), Seen.job("two")));

        assertThat(seen.findings()).isEmpty();
    }

    @Test
    void tellsOfANonceThatWasUsedBefore() {
        for (int i = 0; i < 2; i++) {
            seen.see(seen.event("retrieve", "a" + i, "nonce", Seen.told(200, OTHER), JobFacts.NONE, Seen.NOON));
        }

        assertThat(seen.findings()).extracting(Finding::rule).containsExactly("nonce-reused");
    }

    @Test
    void isContentWithANonceForEachRequest() {
        for (int i = 0; i < 2; i++) {
            seen.see(seen.event("retrieve", "a" + i, "nonce" + i, Seen.told(200, OTHER), JobFacts.NONE, Seen.NOON));
        }

        assertThat(seen.findings()).isEmpty();
    }

    @Test
    void isContentWithAClientThatComesBackAsTold() {
        var wait = Seen.toldToWait(429, Seen.NOON.plusSeconds(30));
        seen.see(seen.event("queue", "a", "", wait, JobFacts.NONE, Seen.NOON));
        seen.see(seen.event("queue", "a", "", Seen.told(200, OTHER), JobFacts.NONE, Seen.NOON.plusSeconds(30)));

        assertThat(seen.findings()).isEmpty();
    }

    @Test
    void tellsOfAClientThatComesBackSooner() {
        var wait = Seen.toldToWait(503, Seen.NOON.plusSeconds(30));
        seen.see(seen.event("queue", "a", "", wait, JobFacts.NONE, Seen.NOON));
        seen.see(seen.event("queue", "a", "", Seen.told(200, OTHER), JobFacts.NONE, Seen.NOON.plusSeconds(29)));

        assertThat(seen.findings()).extracting(Finding::rule).containsExactly("ignores-retry-after");
    }

    @Test
    void tellsOfManyBreachesInBoundedSpace() {
        for (int job = 0; job < 1000; job++) {
            for (int poll = 0; poll < 20; poll++) {
                seen.see(seen.event("retrieve", "", Seen.told(200, PROCESSING), Seen.job("job" + job)));
            }
        }

        assertThat(seen.findings())
                .hasSize(33)
                .allSatisfy(finding -> assertThat(finding.requests()).hasSizeLessThanOrEqualTo(10));
        assertThat(seen.findings().get(32).says()).contains("18392 more");
    }
}

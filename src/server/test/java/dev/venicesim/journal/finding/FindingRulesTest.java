package dev.venicesim.journal.finding;

import static dev.venicesim.journal.finding.ClientEvent.Form.ACCEPTED;
import static dev.venicesim.journal.finding.ClientEvent.Form.OTHER;
import static dev.venicesim.journal.finding.ClientEvent.Form.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.money.Usd;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingRulesTest {

    private final Seen seen = new Seen();

    @Test
    void tellsOfAJobPaidTwiceAfterALostReply() {
        seen.see(seen.event("queue", "same", Seen.told(503, ACCEPTED), Seen.job("one")));
        seen.see(seen.event("queue", "same", Seen.told(200, ACCEPTED), Seen.job("two")));

        assertThat(seen.findings("paid-twice")).singleElement().satisfies(finding -> {
            assertThat(finding.cost()).isEqualTo(Usd.ofCents(55));
            assertThat(finding.requests()).containsExactly(1L, 2L);
            assertThat(finding.line()).contains("error paid-twice", "0.55 USD");
        });
    }

    @Test
    void isContentWithASecondJobThatWasWanted() {
        seen.see(seen.event("queue", "same", Seen.told(200, ACCEPTED), Seen.job("one")));
        seen.see(seen.event("queue", "same", Seen.told(200, ACCEPTED), Seen.job("two")));

        assertThat(seen.findings("paid-twice")).isEmpty();
    }

    @Test
    void isContentWithARetryOfWhatWasNeverAccepted() {
        seen.see(seen.event("queue", "same", Seen.told(503, OTHER), JobFacts.NONE));
        seen.see(seen.event("queue", "same", Seen.told(200, ACCEPTED), Seen.job("two")));

        assertThat(seen.findings("paid-twice")).isEmpty();
    }

    @Test
    void tellsOfANonceThatWasUsedBefore() {
        for (int i = 0; i < 2; i++) {
            seen.see(seen.event("retrieve", "a" + i, "nonce", Seen.told(200, OTHER), JobFacts.NONE, Seen.NOON));
        }

        assertThat(seen.findings("nonce-reused")).hasSize(1);
    }

    @Test
    void isContentWithANonceForEachRequest() {
        for (int i = 0; i < 2; i++) {
            seen.see(seen.event("retrieve", "a" + i, "nonce" + i, Seen.told(200, OTHER), JobFacts.NONE, Seen.NOON));
        }

        assertThat(seen.findings("nonce-reused")).isEmpty();
    }

    @Test
    void isContentWithAClientThatComesBackAsTold() {
        var wait = Seen.toldToWait(429, Seen.NOON.plusSeconds(30));
        seen.see(seen.event("queue", "a", "", wait, JobFacts.NONE, Seen.NOON));
        seen.see(seen.event("queue", "a", "", Seen.told(200, OTHER), JobFacts.NONE, Seen.NOON.plusSeconds(30)));

        assertThat(seen.findings("ignores-retry-after")).isEmpty();
    }

    @Test
    void tellsOfAClientThatComesBackSooner() {
        var wait = Seen.toldToWait(503, Seen.NOON.plusSeconds(30));
        seen.see(seen.event("queue", "a", "", wait, JobFacts.NONE, Seen.NOON));
        seen.see(seen.event("queue", "a", "", Seen.told(200, OTHER), JobFacts.NONE, Seen.NOON.plusSeconds(29)));

        assertThat(seen.findings("ignores-retry-after")).hasSize(1);
    }

    private static ClientEvent.Told refused() {
        return Seen.told(400, OTHER);
    }

    @Test
    void tellsOfARetryWithinAMinute() {
        seen.see(seen.event("queue", "same", "", refused(), JobFacts.NONE, Seen.NOON));
        seen.see(seen.event("queue", "same", "", refused(), JobFacts.NONE, Seen.NOON.plusSeconds(60)));

        assertThat(seen.findings("hopeless-retry")).hasSize(1);
    }

    @Test
    void isContentWithWhoComesBackAfterMoreThanAMinute() {
        seen.see(seen.event("queue", "same", "", refused(), JobFacts.NONE, Seen.NOON));
        seen.see(seen.event("queue", "same", "", refused(), JobFacts.NONE, Seen.NOON.plusMillis(60_001)));

        assertThat(seen.findings("hopeless-retry")).isEmpty();
    }

    @Test
    void isContentWithAnotherClientAtTheSameTime() {
        seen.see(seen.event("queue", "same", refused(), JobFacts.NONE));
        seen.sendAs("another");
        seen.see(seen.event("queue", "same", refused(), JobFacts.NONE));

        assertThat(seen.findings("hopeless-retry")).isEmpty();
    }

    @Test
    void isContentWithARequestThatWasSentBeforeTheRefusalWasGiven() {
        seen.see(seen.event("queue", "same", "", refused(), JobFacts.NONE, Seen.NOON));
        var late = seen.event("queue", "same", "", refused(), JobFacts.NONE, Seen.NOON.plusSeconds(1));
        seen.see(Seen.begunAt(late, Seen.NOON.minusMillis(1)));

        assertThat(seen.findings("hopeless-retry")).isEmpty();
    }

    @Test
    void tellsOfASignInThatIsRefusedAndSignedAnewAsOfNoRetry() {
        seen.see(seen.event("queue", "same", "nonce1", Seen.told(401, OTHER), JobFacts.NONE, Seen.NOON));
        seen.see(seen.event("queue", "same", "nonce2", Seen.told(401, OTHER), JobFacts.NONE, Seen.NOON));

        assertThat(seen.findings("hopeless-retry")).isEmpty();
    }

    @Test
    void paysTwiceWithinTenMinutesAndWantsASecondOneLater() {
        seen.see(seen.event("queue", "same", "", Seen.told(503, ACCEPTED), Seen.job("one"), Seen.NOON));
        seen.see(seen.event(
                "queue", "same", "", Seen.told(200, ACCEPTED), Seen.job("two"), Seen.NOON.plusMillis(600_001)));
        assertThat(seen.findings("paid-twice")).isEmpty();

        seen.see(seen.event("queue", "soon", "", Seen.told(503, ACCEPTED), Seen.job("three"), Seen.NOON));
        seen.see(seen.event(
                "queue", "soon", "", Seen.told(200, ACCEPTED), Seen.job("four"), Seen.NOON.plusSeconds(600)));
        assertThat(seen.findings("paid-twice")).hasSize(1);
    }

    @Test
    void namesTheHeaderThatToldTheTime() {
        var wait = Seen.toldToWait(429, Seen.NOON.plusSeconds(30));
        seen.see(seen.event("queue", "a", "", wait, JobFacts.NONE, Seen.NOON));
        seen.see(seen.event("queue", "a", "", Seen.told(200, OTHER), JobFacts.NONE, Seen.NOON.plusSeconds(1)));

        assertThat(seen.findings("ignores-retry-after").get(0).says())
                .isEqualTo(
                        "queue was called again 29000 ms before the time that the last reply had named in Retry-After");
    }

    /** Sent five seconds after the first, which a busy server answered after three. */
    @Test
    void aBusyServersLateAnswerMakesNoHaste() {
        var first =
                seen.event("retrieve", "", "", Seen.told(200, PROCESSING), Seen.job("one"), Seen.NOON.plusSeconds(3));
        seen.see(Seen.begunAt(first, Seen.NOON));
        seen.see(seen.event("retrieve", "", "", Seen.told(200, PROCESSING), Seen.job("one"), Seen.NOON.plusSeconds(5)));
        assertThat(seen.findings("polls-too-fast")).isEmpty();

        seen.see(seen.event("retrieve", "", "", Seen.told(200, PROCESSING), Seen.job("one"), Seen.NOON.plusSeconds(7)));
        assertThat(seen.findings("polls-too-fast")).hasSize(1);
    }

    /** As two servers over one database may take them down. */
    @Test
    void pollsInTheWrongOrderAreNoHaste() {
        for (var second : List.of(0, 10, 5, 15)) {
            seen.see(seen.event(
                    "retrieve", "", "", Seen.told(200, PROCESSING), Seen.job("one"), Seen.NOON.plusSeconds(second)));
        }
        assertThat(seen.findings("polls-too-fast")).isEmpty();
    }

    @Test
    void tellsOfManyBreachesInBoundedSpace() {
        for (int job = 0; job < 1000; job++) {
            for (int poll = 0; poll < 20; poll++) {
                seen.see(seen.event("retrieve", "", Seen.told(200, PROCESSING), Seen.job("job" + job)));
            }
        }

        var findings = seen.findings("polls-too-fast");
        assertThat(findings)
                .hasSize(33)
                .allSatisfy(finding -> assertThat(finding.requests()).hasSizeLessThanOrEqualTo(10));
        assertThat(findings.get(32).says()).contains("18392 more");
    }
}

package dev.venicesim.kit.assertj;

import dev.venicesim.api.EndpointFilter;
import dev.venicesim.kit.client.Account;
import dev.venicesim.kit.client.Finding;
import dev.venicesim.kit.client.Job;
import dev.venicesim.kit.client.JournalEntry;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.money.Usd;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions about a world; each question asks the simulator anew. */
public final class WorldAssert extends AbstractAssert<WorldAssert, VeniceWorld> {

    WorldAssert(VeniceWorld world) {
        super(world, WorldAssert.class);
    }

    /** So many dollars were charged and not given back. */
    public WorldAssert hasCharged(String usd) {
        account().hasSpent(usd);
        return this;
    }

    public WorldAssert hasChargedNothing() {
        return hasCharged("0");
    }

    public WorldAssert hasBalance(String usd) {
        account().hasBalance(usd);
        return this;
    }

    /** The client did nothing that would cost it money or break it in production; infos may be there. */
    public WorldAssert hasNoFindings() {
        var findings = actual.findings().stream().filter(Finding::isFault).toList();
        if (!findings.isEmpty()) {
            failWithMessage("%nExpected no findings, but there are %s:%n%s", findings.size(), lines(findings));
        }
        return this;
    }

    /** The client did what a rule, such as {@code polls-too-fast}, is about. */
    public WorldAssert hasFinding(String rule) {
        var findings = actual.findings();
        if (findings.stream().noneMatch(finding -> finding.rule().equals(rule))) {
            failWithMessage("%nExpected a finding \"%s\", but there are:%n%s", rule, lines(findings));
        }
        return this;
    }

    /** So many videos are known to the world, whatever their state. */
    public WorldAssert hasJobs(int count) {
        var jobs = actual.jobs();
        if (jobs.size() != count) {
            failWithMessage("%nExpected %s jobs, but there are %s:%n%s", count, jobs.size(), lines(jobs));
        }
        return this;
    }

    public WorldAssert hasConsents(int count) {
        var consents = actual.consents();
        if (consents.size() != count) {
            failWithMessage("%nExpected %s consents, but there are %s:%n%s", count, consents.size(), lines(consents));
        }
        return this;
    }

    /**
     * An endpoint was asked exactly so often.
     *
     * @param endpoint its name, such as {@code retrieve}, or its path, such as {@code /video/retrieve}
     * @throws IllegalArgumentException naming those there are, if no endpoint is called so
     */
    public WorldAssert wasAsked(String endpoint, int times) {
        var filter = EndpointFilter.of(endpoint);
        var requests = actual.requests();
        var asked = requests.stream()
                .filter(entry -> filter.fits(entry.endpoint(), entry.path()))
                .count();
        if (asked != times) {
            failWithMessage(
                    "%nExpected %s requests to %s, but there were %s:%n%s", times, endpoint, asked, lines(requests));
        }
        return this;
    }

    /** Not a single answer was an error. */
    public WorldAssert hasNoErrors() {
        var errors = actual.requests().stream()
                .filter(entry -> entry.status() >= 400)
                .toList();
        if (!errors.isEmpty()) {
            failWithMessage("%nExpected no errors, but there were %s:%n%s", errors.size(), lines(errors));
        }
        return this;
    }

    public AccountAssert account() {
        return new AccountAssert(actual.account());
    }

    public ListAssert<Job> jobs() {
        return Assertions.assertThat(actual.jobs());
    }

    public ListAssert<JournalEntry> requests() {
        return Assertions.assertThat(actual.requests());
    }

    public ListAssert<Account.Line> ledger() {
        return Assertions.assertThat(actual.account().ledger());
    }

    static Usd dollars(String usd) {
        return Usd.parse(usd);
    }

    static String lines(List<?> items) {
        if (items.isEmpty()) {
            return "  (none)";
        }
        return String.join(
                "\n",
                items.stream()
                        .map(item -> String.format(Locale.ROOT, "  %s", item))
                        .toList());
    }
}

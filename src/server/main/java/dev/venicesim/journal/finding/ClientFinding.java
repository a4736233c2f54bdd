package dev.venicesim.journal.finding;

import dev.venicesim.money.Usd;
import java.util.List;

/**
 * Something the client did, with its evidence.
 *
 * @param rule the rule's name
 * @param severity how bad it is
 * @param cost what it would have cost in production
 * @param says one sentence
 * @param requests numbers of the journal's entries that show it
 * @param api the page of the API's documentation on which the rule rests
 */
public record ClientFinding(String rule, Severity severity, Usd cost, String says, List<Long> requests, String api) {

    /** Where this project says what the rule is, and what to do about it. */
    public String docs() {
        return "docs/findings.md#" + rule;
    }

    /** One line for people. */
    public String line() {
        return severity.label() + " " + rule + ": " + says + (cost.equals(Usd.ZERO) ? "" : " (" + cost + " USD)")
                + " requests " + requests + " " + docs();
    }
}

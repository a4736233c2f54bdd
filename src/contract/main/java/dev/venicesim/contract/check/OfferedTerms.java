package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.contract.oracle.DocumentedTerms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Terms of a top-up on Base as the target offers them, by which payments are made. What is wrong with them is told once: an
 * offer that is not as documented by the oracle of offers, a target that refuses what it offers itself by the check of that
 * term; the other checks judge what is theirs.
 *
 * @param offered as they came
 */
record OfferedTerms(ObjectNode offered) {

    /** Codes that refuse a term, and the check that is about it. */
    private static final Map<String, String> JUDGES = Map.of(
            PaymentCases.RECIPIENT,
            "receiver",
            "UNSUPPORTED_TOKEN",
            "token",
            PaymentCases.NETWORK,
            "test-network",
            "UNSUPPORTED_SCHEME",
            "scheme");

    /** The terms with each value as it is documented. */
    OfferedTerms documented() {
        return new OfferedTerms(DocumentedTerms.documentedOnBase(offered));
    }

    /** A payment by them, changed as the row has it. */
    TargetRequest payment(CheckContext session, PaymentCases.Row row) {
        var now = session.target().time().now();
        return PaymentChecks.TOP_UP.with(
                row.header(),
                row.change().apply(new PaymentDraft(offered, now), now).header());
    }

    CheckResult judged(CheckContext session, PaymentCases.Row row) throws InterruptedException {
        var call = payment(session, row);
        var answer = session.ask(call);
        var found = PaymentChecks.refusal(row.codes()).compare(answer, session.schemas());
        if (found.isEmpty()) {
            return row.id().equals(JUDGES.get(row.codes())) ? taken(session, row.codes()) : new CheckResult.Agrees();
        }
        if (!documented().equals(this) && isRefusedAsDocumented(session, row)) {
            return new CheckResult.Agrees();
        }
        var refused = refusedTerm(answer).filter(code -> !row.codes().equals(code));
        return refused.isPresent() && isRefusedToAll(session, refused.get())
                ? refusedToAll(refused.get())
                : JobScript.judged(session, call, found);
    }

    private boolean isRefusedAsDocumented(CheckContext session, PaymentCases.Row row) throws InterruptedException {
        return PaymentChecks.refusal(row.codes())
                .compare(session.ask(documented().payment(session, row)), session.schemas())
                .isEmpty();
    }

    /** The term that is refused must not be the one that is offered, if that is as documented. */
    private CheckResult taken(CheckContext session, String code) throws InterruptedException {
        var call = payment(session, PaymentCases.forged());
        var isRefused = documented().equals(this)
                && refusedTerm(session.ask(call)).filter(code::equals).isPresent();
        return JobScript.judged(
                session,
                call,
                isRefused
                        ? List.of(new Difference("/error", "another cause: it is paid by the terms as offered", code))
                        : List.of());
    }

    private boolean isRefusedToAll(CheckContext session, String code) throws InterruptedException {
        return refusedTerm(session.ask(payment(session, PaymentCases.forged())))
                .filter(code::equals)
                .isPresent();
    }

    /** Why nothing can be said of payments by terms that the target offers and does not take. */
    static CheckResult refusedToAll(String code) {
        return new CheckResult.Skipped("the target refuses its own terms with " + code + "; payment." + JUDGES.get(code)
                + " and reply.offer are about them");
    }

    /** The code of a reply that refuses a term. */
    static Optional<String> refusedTerm(TargetReply answer) {
        return Optional.of(answer.json().path("error").asText()).filter(JUDGES::containsKey);
    }
}

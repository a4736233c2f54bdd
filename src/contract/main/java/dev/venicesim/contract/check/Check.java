package dev.venicesim.contract.check;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Check of one thing that the contract claims about the API, and how to try it.
 *
 * @param id area and name, such as {@code quote.missing-duration}
 * @param claim what is claimed, and from where
 * @param cost what trying it takes
 * @param editions where the claim holds
 * @param settles quirks whose value it finds out
 * @param script how it is tried
 */
public record Check(
        String id, Requirement claim, CheckCost cost, Set<ApiEdition> editions, List<ApiQuirk> settles, Script script) {

    /** How a check is tried. */
    @FunctionalInterface
    public interface Script {
        CheckResult run(CheckContext session) throws InterruptedException;
    }

    static Check free(String id, Requirement claim, Script script, ApiQuirk... settles) {
        return new Check(id, claim, CheckCost.FREE, Set.copyOf(ApiEdition.all()), List.of(settles), script);
    }

    static Check paid(String id, Requirement claim, Script script, ApiQuirk... settles) {
        return new Check(id, claim, CheckCost.PAID, Set.copyOf(ApiEdition.all()), List.of(settles), script);
    }

    static Check onRequest(String id, Requirement claim, Script script, ApiQuirk... settles) {
        return new Check(id, claim, CheckCost.ON_REQUEST, Set.copyOf(ApiEdition.all()), List.of(settles), script);
    }

    /** The same, where an edition is of a kind. */
    Check in(Predicate<ApiEdition> which) {
        var some = ApiEdition.all().stream().filter(which).collect(Collectors.toUnmodifiableSet());
        return new Check(id, claim, cost, some, settles, script);
    }

    /** Tries it. What a quirk says that the edition itself has at that value is no difference. */
    public CheckResult run(CheckContext session) throws InterruptedException {
        var result = script.run(session);
        var usual = session.quirks().entrySet();
        return result instanceof CheckResult.Differs differs
                        && !differs.settings().isEmpty()
                        && usual.containsAll(differs.settings().entrySet())
                ? new CheckResult.Agrees()
                : result;
    }

    /** Whether it asks nothing itself and looks at what others were answered. */
    public boolean looksAtEveryReply() {
        return script instanceof EveryReplyScript;
    }

    /** The area that its id begins with. */
    public String group() {
        return id.substring(0, id.indexOf('.'));
    }

    /** Whether it may be tried at the same time as others of its kind, in any order. */
    public boolean isIndependent() {
        return cost == CheckCost.FREE && !looksAtEveryReply();
    }

    boolean holdsIn(ApiEdition edition) {
        return editions.contains(edition);
    }

    @Override
    public String toString() {
        return id;
    }
}

package dev.venicesim.contract.check;

import dev.venicesim.contract.oracle.Deviation;
import dev.venicesim.contract.oracle.Oracle;
import dev.venicesim.contract.oracle.Oracles;
import dev.venicesim.contract.oracle.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks that ask nothing themselves: they look at every reply that the others got. Last of all, therefore. */
final class StandingChecks {

    private static final int MOST_SHOWN = 10;

    private StandingChecks() {}

    static List<Check> all() {
        return Oracles.all().stream().map(StandingChecks::check).toList();
    }

    private static Check check(Oracle oracle) {
        var claim = Requirement.documented(oracle.says(), oracle.source());
        return Check.free(oracle.id(), claim, (StandingScript) session -> judged(oracle, session));
    }

    private static CheckResult judged(Oracle oracle, CheckContext session) {
        var reference = new Reference(
                session.schemas().edition(),
                session.target().baseUrl(),
                session.sample().reply(),
                (schema, body) -> session.schemas().problems(schema, body).stream()
                        .map(problem -> new Reference.Problem(problem.pointer(), problem.expected(), problem.actual()))
                        .toList());
        var deviations = oracle.judge().deviations(session.conversation().exchanges(), reference);
        if (deviations.isEmpty()) {
            return new CheckResult.Agrees();
        }
        var first = deviations.get(0);
        return new CheckResult.Differs(
                differences(deviations), session.target().curl(first.exchange().request()), Map.of());
    }

    /** One of a kind, with the number of replies that show it. */
    private static List<Difference> differences(List<Deviation> deviations) {
        var kinds = new LinkedHashMap<String, List<Deviation>>();
        deviations.forEach(deviation -> kinds.computeIfAbsent(
                        deviation.where() + "\n" + deviation.expected(), key -> new ArrayList<>())
                .add(deviation));
        return kinds.values().stream()
                .limit(MOST_SHOWN)
                .map(StandingChecks::difference)
                .toList();
    }

    private static Difference difference(List<Deviation> same) {
        var first = same.get(0);
        var asked = first.exchange().request();
        var where = asked.method() + " " + asked.path().replaceFirst("\\?.*", "");
        var more = same.size() == 1 ? "" : ", and in " + (same.size() - 1) + " more";
        return new Difference(
                first.where(),
                first.expected(),
                first.found() + " (in the " + first.exchange().reply().status() + " to " + where + more + ")");
    }
}

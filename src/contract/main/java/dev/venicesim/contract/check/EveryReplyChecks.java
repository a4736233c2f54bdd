package dev.venicesim.contract.check;

import dev.venicesim.contract.oracle.Concern;
import dev.venicesim.contract.oracle.Deviation;
import dev.venicesim.contract.oracle.Oracle;
import dev.venicesim.contract.oracle.Oracles;
import dev.venicesim.contract.oracle.Reference;
import dev.venicesim.time.TimeSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks that ask nothing themselves: they look at every reply that the others got. Last of all, therefore. */
final class EveryReplyChecks {

    private static final int MOST_SHOWN = 10;

    private EveryReplyChecks() {}

    static List<Check> all() {
        return Oracles.all().stream().map(EveryReplyChecks::check).toList();
    }

    private static Check check(Oracle oracle) {
        var claim = Requirement.documented(oracle.says(), oracle.source());
        EveryReplyScript script = session -> judged(oracle, session);
        var check = oracle.concern().needsJob()
                ? Check.paid(oracle.id(), claim, script)
                : Check.free(oracle.id(), claim, script);
        return oracle.concern() == Concern.GONE
                ? check.in(edition -> !edition.gone().isEmpty())
                : check;
    }

    private static CheckResult judged(Oracle oracle, CheckContext session) {
        var reference = new Reference(
                session.schemas().edition(),
                session.target().baseUrl(),
                session.sample().reply(),
                (schema, body) -> session.schemas().problems(schema, body).stream()
                        .map(problem -> new Reference.Problem(problem.pointer(), problem.expected(), problem.actual()))
                        .toList(),
                TimeSource.system().now());
        var exchanges = session.conversation().exchanges();
        var deviations = oracle.judge().deviations(exchanges, reference);
        if (deviations.isEmpty()) {
            return exchanges.stream().anyMatch(oracle.concern()::isOf)
                    ? new CheckResult.Agrees()
                    : nothingSeen(session);
        }
        var first = deviations.get(0);
        return new CheckResult.Differs(
                differences(deviations), session.target().curl(first.exchange().request()), Map.of());
    }

    private static CheckResult nothingSeen(CheckContext session) {
        return session.conversation().isResumed()
                ? new CheckResult.Inconclusive("such replies came before the run was taken up, if any did", false)
                : new CheckResult.Skipped("no reply of this kind came");
    }

    /** One of a kind, with the number of replies that show it. */
    private static List<Difference> differences(List<Deviation> deviations) {
        var kinds = new LinkedHashMap<String, List<Deviation>>();
        deviations.forEach(deviation -> kinds.computeIfAbsent(
                        deviation.where() + "\n" + deviation.expected(), key -> new ArrayList<>())
                .add(deviation));
        return kinds.values().stream()
                .limit(MOST_SHOWN)
                .map(EveryReplyChecks::difference)
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

package dev.venicesim.contract.check;

import dev.venicesim.contract.http.TargetRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Log of what differs in a script that asks more than once. The evidence is the request whose reply was the first to differ;
 * where several replies make the difference, whoever adds it names the last of them. Not for use by several threads.
 */
final class DifferenceLog {

    private final List<Difference> found = new ArrayList<>();
    private Optional<TargetRequest> evidence = Optional.empty();

    void add(TargetRequest call, List<Difference> differences) {
        if (evidence.isEmpty() && !differences.isEmpty()) {
            evidence = Optional.of(call);
        }
        found.addAll(differences);
    }

    void add(TargetRequest call, Difference difference) {
        add(call, List.of(difference));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Difference> found() {
        return List.copyOf(found);
    }

    /** The evidence as a shell line; empty text if nothing differs. */
    String evidence(CheckContext session) {
        return evidence.map(session.target()::curl).orElse("");
    }

    CheckResult result(CheckContext session) {
        return result(session, Map.of());
    }

    /**
     * The same, with settings that explain what differs.
     *
     * @param settings that explain one difference, and so no second one
     */
    CheckResult result(CheckContext session, Map<String, String> settings) {
        return found.isEmpty()
                ? new CheckResult.Agrees()
                : new CheckResult.Differs(found(), evidence(session), found.size() > 1 ? Map.of() : settings);
    }
}

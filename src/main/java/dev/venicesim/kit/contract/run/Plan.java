package dev.venicesim.kit.contract.run;

import dev.venicesim.catalog.Edition;
import dev.venicesim.kit.contract.check.Check;
import dev.venicesim.kit.contract.check.Contract;
import dev.venicesim.kit.contract.check.Cost;
import dev.venicesim.money.Usd;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run tries.
 *
 * @param edition what the target is compared with
 * @param maxUsd the cap on spending; without it paid checks are left out
 * @param only ids of the checks wanted; empty for all
 * @param resume where the run keeps its state, and takes it up from
 */
public record Plan(Edition edition, Optional<Usd> maxUsd, List<String> only, Optional<Path> resume) {

    /**
     * @throws IllegalArgumentException if a wanted check does not exist
     */
    public Plan {
        for (var id : only) {
            if (Contract.all().stream().noneMatch(check -> check.id().equals(id))) {
                throw new IllegalArgumentException(
                        "only cannot be \"" + id + "\"; the checks are listed in docs/CONTRACT.md");
            }
            if (maxUsd.isEmpty()
                    && Contract.all().stream().anyMatch(check -> check.id().equals(id) && check.cost() == Cost.PAID)) {
                throw new IllegalArgumentException("only cannot be \"" + id
                        + "\" without max-usd, since it costs money; give the most it may spend");
            }
        }
    }

    /** Every free check of an edition. */
    public static Plan free(Edition edition) {
        return new Plan(edition, Optional.empty(), List.of(), Optional.empty());
    }

    public Plan withMaxUsd(String usd) {
        return new Plan(edition, Optional.of(Usd.parse(usd)), only, resume);
    }

    List<Check> checks() {
        return Contract.of(edition).stream()
                .filter(check -> only.isEmpty() || only.contains(check.id()))
                .filter(this::wants)
                .toList();
    }

    private boolean wants(Check check) {
        return switch (check.cost()) {
            case FREE -> true;
            case PAID -> maxUsd.isPresent();
            case ON_REQUEST -> only.contains(check.id());
        };
    }
}

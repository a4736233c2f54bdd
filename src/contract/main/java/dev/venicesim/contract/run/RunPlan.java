package dev.venicesim.contract.run;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckCost;
import dev.venicesim.contract.check.Contract;
import dev.venicesim.money.Usd;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Plan of a run: what it tries.
 *
 * @param edition what the target is compared with
 * @param maxUsd the cap on spending; without it paid checks are left out
 * @param only ids or groups of the checks wanted; empty for all
 * @param resume where the run keeps its state, and takes it up from
 * @param options what there is besides
 */
public record RunPlan(
        ApiEdition edition, Optional<Usd> maxUsd, List<String> only, Optional<Path> resume, RunOptions options) {

    /**
     * @throws IllegalArgumentException if a wanted check does not exist
     */
    public RunPlan {
        known("only", only);
        known("skip", options.skip());
        for (var id : only) {
            if (maxUsd.isEmpty()
                    && Contract.all().stream()
                            .anyMatch(check -> check.id().equals(id) && check.cost() == CheckCost.PAID)) {
                throw new IllegalArgumentException("only cannot be \"" + id
                        + "\" without max-usd, since it costs money; give the most it may spend");
            }
        }
    }

    public RunPlan(ApiEdition edition, Optional<Usd> maxUsd, List<String> only, Optional<Path> resume) {
        this(edition, maxUsd, only, resume, RunOptions.NONE);
    }

    public RunPlan with(RunOptions others) {
        return new RunPlan(edition, maxUsd, only, resume, others);
    }

    private static void known(String setting, List<String> names) {
        for (var name : names) {
            if (Contract.all().stream().noneMatch(check -> isOf(check, name))) {
                throw new IllegalArgumentException(setting + " cannot be \"" + name
                        + "\"; --list lists the checks, and a group is what stands before the dot");
            }
        }
    }

    /** Whether a check has this id, or belongs to this group. */
    private static boolean isOf(Check check, String name) {
        return check.id().equals(name) || check.id().startsWith(name + ".");
    }

    /** Every free check of an edition. */
    public static RunPlan free(ApiEdition edition) {
        return new RunPlan(edition, Optional.empty(), List.of(), Optional.empty(), RunOptions.NONE);
    }

    public RunPlan withMaxUsd(String usd) {
        return new RunPlan(edition, Optional.of(Usd.parse(usd)), only, resume, options);
    }

    /** How many failures in half a minute the target bears, by its edition or what is known of it besides. */
    public int failuresBorne() {
        var quirk = ApiQuirk.FAILED_BUDGET;
        var ofTheEdition = edition.quirks().getOrDefault(quirk.label(), quirk.defaultValue());
        return Integer.parseInt(options.quirks().getOrDefault(quirk.label(), ofTheEdition));
    }

    /** The checks that it tries, in order. */
    public List<Check> checks() {
        return Contract.of(edition).stream()
                .filter(check -> only.isEmpty() || only.stream().anyMatch(name -> isOf(check, name)))
                .filter(check -> options.skip().stream().noneMatch(name -> isOf(check, name)))
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

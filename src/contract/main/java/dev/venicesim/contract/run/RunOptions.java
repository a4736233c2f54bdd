package dev.venicesim.contract.run;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.spending.LedgerFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options of a run beyond what it tries and may spend.
 *
 * @param skip ids or groups of the checks to leave out
 * @param quirks what the target is known to do otherwise than the edition, by label
 * @param ledger where every payment of every run is written down
 */
public record RunOptions(List<String> skip, Map<String, String> quirks, Optional<LedgerFile> ledger) {

    public static final RunOptions NONE = new RunOptions(List.of(), Map.of(), Optional.empty());

    /**
     * @throws IllegalArgumentException naming the setting, the value and the fix
     */
    public RunOptions {
        quirks.forEach((label, value) -> {
            var known = ApiQuirk.find(label);
            if (known.isEmpty() || !known.get().choices().contains(value)) {
                throw new IllegalArgumentException("quirk cannot be \"" + label + "=" + value
                        + "\"; docs/api/disagreements.md lists the quirks, and serve --help how they are written");
            }
        });
    }
}

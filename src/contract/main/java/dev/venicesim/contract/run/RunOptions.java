package dev.venicesim.contract.run;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.money.Usd;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Options of a run beyond what it tries and may spend.
 *
 * @param skip ids or groups of the checks to leave out
 * @param quirks what the target is known to do otherwise than the edition, by label
 * @param ledger where every payment of every run is written down
 * @param maxUsdMonth the cap on what the ledger's runs spend in a calendar month
 */
public record RunOptions(
        List<String> skip, Map<String, String> quirks, Optional<Path> ledger, Optional<Usd> maxUsdMonth) {

    public static final RunOptions NONE = new RunOptions(List.of(), Map.of(), Optional.empty(), Optional.empty());

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
        if (maxUsdMonth.isPresent() && ledger.isEmpty()) {
            throw new IllegalArgumentException(
                    "max-usd-month needs ledger, where runs write down what they spend; give --ledger FILE");
        }
    }
}

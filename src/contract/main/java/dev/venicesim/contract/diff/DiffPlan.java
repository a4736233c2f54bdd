package dev.venicesim.contract.diff;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.spending.LedgerFile;
import dev.venicesim.money.Usd;
import java.util.Map;
import java.util.Optional;

/**
 * Plan of a comparison.
 *
 * @param edition what the simulator plays
 * @param quirks values beside those of the edition, by label
 * @param seed makes the conversation
 * @param calls how many free requests there are
 * @param maxUsd the most that jobs may cost at the target; nothing is paid without it
 * @param ledger where every payment is written down
 */
public record DiffPlan(
        ApiEdition edition,
        Map<String, String> quirks,
        long seed,
        int calls,
        Optional<Usd> maxUsd,
        Optional<LedgerFile> ledger) {

    /**
     * @throws IllegalArgumentException naming the setting, the value and the fix
     */
    public DiffPlan {
        if (calls < 1) {
            throw new IllegalArgumentException("calls cannot be " + calls + "; give 1 or more");
        }
        quirks = Map.copyOf(quirks);
    }
}

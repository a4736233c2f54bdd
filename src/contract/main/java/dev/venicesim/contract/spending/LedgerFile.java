package dev.venicesim.contract.spending;

import dev.venicesim.contract.http.Target;
import dev.venicesim.money.Usd;
import java.nio.file.Path;
import java.util.Optional;

/**
 * File that a user names as the ledger of all runs.
 *
 * @param path where it lies
 * @param maxUsdMonth the most that its runs may spend in a calendar month, UTC
 */
public record LedgerFile(Path path, Optional<Usd> maxUsdMonth) {

    /**
     * The ledger in it, for what is paid to a target.
     *
     * @throws IllegalArgumentException if the file cannot be written, or is no ledger
     */
    public SpendingLedger open(Target target) {
        return SpendingLedger.open(this, target.baseUrl(), target.time());
    }
}

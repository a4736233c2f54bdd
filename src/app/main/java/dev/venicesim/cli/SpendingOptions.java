package dev.venicesim.cli;

import dev.venicesim.contract.spending.LedgerFile;
import dev.venicesim.money.Usd;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how much a command may spend at its target, without which it spends nothing. */
final class SpendingOptions {

    @Option(
            names = "--max-usd",
            paramLabel = "USD",
            description = "Lets pass what costs money too, as long as it costs no more than this in all.")
    private @Nullable String maxUsd;

    @Option(names = "--ledger", paramLabel = "FILE", description = "Gets a line for each payment, of every run.")
    private @Nullable Path ledger;

    @Option(
            names = "--max-usd-month",
            paramLabel = "USD",
            description = "Spends no more than this in a calendar month, by the ledger.")
    private @Nullable String maxUsdMonth;

    /**
     * The cap of this run.
     *
     * @throws IllegalArgumentException if it is no amount
     */
    Optional<Usd> cap() {
        return Optional.ofNullable(maxUsd).map(text -> UsdOption.read("max-usd", text));
    }

    /**
     * The ledger of all runs.
     *
     * @throws IllegalArgumentException if there is a cap on a month and no ledger
     */
    Optional<LedgerFile> ledger() {
        var month = Optional.ofNullable(maxUsdMonth).map(text -> UsdOption.read("max-usd-month", text));
        if (month.isPresent() && ledger == null) {
            throw new IllegalArgumentException(
                    "max-usd-month needs ledger, where runs write down what they spend; give --ledger FILE");
        }
        return Optional.ofNullable(ledger).map(file -> new LedgerFile(file, month));
    }
}

package dev.venicesim.cli;

import dev.venicesim.money.Usd;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Option that says how much a command may spend at its target; without it nothing. */
final class SpendingOption {

    @Option(
            names = "--max-usd",
            paramLabel = "USD",
            description = "Sends what costs money too, as long as it costs no more than this in all.")
    private @Nullable String maxUsd;

    /**
     * @throws IllegalArgumentException if it is no amount
     */
    Optional<Usd> cap() {
        return Optional.ofNullable(maxUsd).map(SpendingOption::cap);
    }

    private static Usd cap(String text) {
        try {
            var usd = Usd.parse(text);
            if (!usd.isNegative()) {
                return usd;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("max-usd cannot be \"" + text + "\"; give dollars, such as 2.50", e);
        }
        throw new IllegalArgumentException("max-usd cannot be \"" + text + "\"; give 0 or more dollars");
    }
}

package dev.venicesim.kit.contract.check;

import dev.venicesim.catalog.Edition;
import java.util.List;
import java.util.stream.Stream;

/** Every check there is, free ones first, paid ones in the order of a job's life. */
public final class Contract {

    private static final List<Check> ALL = Stream.of(
                    ModelChecks.all(),
                    QuoteChecks.all(),
                    QueueChecks.all(),
                    QueueQuirkChecks.all(),
                    CallerChecks.all(),
                    TicketChecks.all(),
                    HeaderChecks.all(),
                    AccountChecks.all(),
                    WalletChecks.all(),
                    JobChecks.all(),
                    LinkChecks.all())
            .flatMap(List::stream)
            .toList();

    private Contract() {}

    public static List<Check> all() {
        return ALL;
    }

    public static List<Check> of(Edition edition) {
        return ALL.stream().filter(check -> check.holdsIn(edition)).toList();
    }
}

package dev.venicesim.contract.check;

import dev.venicesim.catalog.ApiEdition;
import java.util.List;
import java.util.stream.Stream;

/** Every check there is, free ones first, paid ones in the order of a job's life. */
public final class Contract {

    private static final List<Check> ALL = Stream.of(
                    ModelChecks.all(),
                    QuoteChecks.all(),
                    RemovedModelChecks.all(),
                    ReferenceQuoteChecks.all(),
                    EveryModelChecks.all(),
                    QueueChecks.all(),
                    LegalValueChecks.all(),
                    QueueQuirkChecks.all(),
                    LaterFieldChecks.all(),
                    CallerChecks.all(),
                    UnknownJobChecks.all(),
                    HeaderChecks.all(),
                    AccountChecks.all(),
                    WalletChecks.all(),
                    ValidationChecks.all(),
                    SignInChecks.all(),
                    PaymentChecks.all(),
                    TransportChecks.all(),
                    AnswerChecks.all(),
                    JobChecks.all(),
                    LinkChecks.all(),
                    EveryReplyChecks.all())
            .flatMap(List::stream)
            .toList();

    private Contract() {}

    public static List<Check> all() {
        return ALL;
    }

    public static List<Check> of(ApiEdition edition) {
        return ALL.stream().filter(check -> check.holdsIn(edition)).toList();
    }
}

package dev.venicesim.billing;

import dev.venicesim.money.Usd;
import java.util.List;

/** Result of a transition: what it did, and the account after it. */
public sealed interface Change {

    LedgerAccount account();

    /** It happened; the entries it wrote, if any, oldest first. */
    record Done(LedgerAccount account, List<LedgerEntry> entries) implements Change {}

    /** It had happened before, under the same queue or payment id; nothing moved. */
    record Repeated(LedgerAccount account) implements Change {}

    /** Nothing is known under this queue id; nothing moved. */
    record Unknown(LedgerAccount account) implements Change {}

    /**
     * The account cannot pay; nothing moved.
     *
     * @param asked the price
     * @param available what this key could have spent
     */
    record Shortfall(LedgerAccount account, Shortage shortage, Usd asked, Usd available) implements Change {}

    /** The control API asked for a state the books do not allow; nothing moved. */
    record Impossible(LedgerAccount account, String says) implements Change {}
}

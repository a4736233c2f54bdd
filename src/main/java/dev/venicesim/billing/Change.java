package dev.venicesim.billing;

import dev.venicesim.money.Usd;
import java.util.List;

/** What a transition did, and the account after it. */
public sealed interface Change {

    Account account();

    /** It happened; the entries it wrote, if any, oldest first. */
    record Done(Account account, List<LedgerEntry> entries) implements Change {}

    /** It had happened before, under the same queue or payment id; nothing moved. */
    record Repeated(Account account) implements Change {}

    /** Nothing is known under this queue id; nothing moved. */
    record Unknown(Account account) implements Change {}

    /**
     * The account cannot pay; nothing moved.
     *
     * @param asked the price
     * @param available what this key could have spent
     */
    record Shortfall(Account account, Shortage shortage, Usd asked, Usd available) implements Change {}

    /** The control API asked for a state the books do not allow; nothing moved. */
    record Impossible(Account account, String says) implements Change {}
}

package dev.venicesim.kit.assertj;

import dev.venicesim.kit.client.Account;
import dev.venicesim.money.Usd;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a world's money. */
public final class AccountAssert extends AbstractAssert<AccountAssert, Account> {

    AccountAssert(Account account) {
        super(account, AccountAssert.class);
    }

    /** So many dollars were charged and not given back. */
    public AccountAssert hasSpent(String usd) {
        return amount("charged", usd, actual.spent());
    }

    public AccountAssert hasBalance(String usd) {
        return amount("left", usd, actual.balance());
    }

    /** So many dollars are put aside for jobs that have not ended. */
    public AccountAssert hasHeld(String usd) {
        return amount("held", usd, actual.held());
    }

    private AccountAssert amount(String what, String usd, Usd found) {
        if (!Usd.parse(usd).equals(found)) {
            failWithMessage(
                    "%nExpected %s USD to be %s, but it is %s USD. Ledger, newest first:%n%s",
                    usd, what, found, WorldAssert.lines(actual.ledger()));
        }
        return this;
    }
}

package dev.venicesim.world;

import dev.venicesim.billing.AccountKind;

/** Selector of one of a world's accounts: keys pay from one, the wallet from another. */
public enum AccountSelector {
    KEYS(AccountKind.API_KEYS),
    WALLET(AccountKind.WALLET);

    private final AccountKind kind;

    AccountSelector(AccountKind kind) {
        this.kind = kind;
    }

    AccountKind kind() {
        return kind;
    }

    String key() {
        return name();
    }
}

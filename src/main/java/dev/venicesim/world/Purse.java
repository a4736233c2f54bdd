package dev.venicesim.world;

import dev.venicesim.billing.AccountKind;

/** Which of a world's accounts: keys pay from one, the wallet from another. */
public enum Purse {
    KEYS(AccountKind.API_KEYS),
    WALLET(AccountKind.WALLET);

    private final AccountKind kind;

    Purse(AccountKind kind) {
        this.kind = kind;
    }

    AccountKind kind() {
        return kind;
    }

    String key() {
        return name();
    }
}

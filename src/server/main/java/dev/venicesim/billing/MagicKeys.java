package dev.venicesim.billing;

import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.Optional;

/** API keys whose accounts open without money to spend. Source: docs/control-api.md#magic-values. */
public final class MagicKeys {

    private static final String BROKE = "sk-broke";
    private static final String AT_ITS_LIMIT = "sk-spend-limit";

    private MagicKeys() {}

    /**
     * A key's account as it opens: with the given balance; with nothing for {@code sk-broke...}; with a spend limit of
     * zero dollars for {@code sk-spend-limit...}.
     *
     * @param keyId the key's opaque id, under which it spends
     */
    public static LedgerAccount open(String apiKey, String keyId, Usd opening) {
        var account = LedgerAccount.open(AccountKind.API_KEYS, apiKey.startsWith(BROKE) ? Usd.ZERO : opening);
        // a limit writes no entry, so the instant is never seen
        return spendLimit(apiKey)
                .map(limit -> account.grant(new Grant.SpendLimit(keyId, Currency.USD, limit), Instant.EPOCH)
                        .account())
                .orElse(account);
    }

    /** What a key may spend because of its name: nothing for {@code sk-spend-limit...}, anything for all others. */
    public static Optional<Usd> spendLimit(String apiKey) {
        return apiKey.startsWith(AT_ITS_LIMIT) ? Optional.of(Usd.ZERO) : Optional.empty();
    }
}

package dev.venicesim.billing.x402;

import dev.venicesim.api.Verified;
import java.util.Arrays;
import java.util.Optional;

/** The two chains on which USDC is taken. */
@Verified(on = "2026-08-21", source = "docs/api/wallets.md#networks-of-a-payment")
public enum Network {
    BASE("eip155:8453", "base"),
    SOLANA("solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp", "solana");

    private final String caip2;
    private final String shortName;

    Network(String caip2, String shortName) {
        this.caip2 = caip2;
        this.shortName = shortName;
    }

    /** The chain-agnostic name, for example {@code eip155:8453}. */
    String caip2() {
        return caip2;
    }

    /** The name of x402 version 1, for example {@code base}. */
    String shortName() {
        return shortName;
    }

    /** The network of either name. */
    static Optional<Network> find(String name) {
        return Arrays.stream(values())
                .filter(network -> network.caip2.equals(name) || network.shortName.equals(name))
                .findFirst();
    }
}

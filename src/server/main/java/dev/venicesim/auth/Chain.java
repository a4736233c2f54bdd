package dev.venicesim.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import dev.venicesim.wallet.protocol.WalletAddress.Family;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The chain a sign-in names.
 *
 * @param family whose addresses live there
 * @param reference the chain within the family: a number for EVM, the genesis block's beginning for Solana
 */
record Chain(Family family, String reference) {

    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#chains")
    static final Chain BASE = new Chain(Family.EVM, "8453");

    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#chains")
    static final Chain SOLANA = new Chain(Family.SOLANA, "5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern REFERENCE = Pattern.compile("[-_a-zA-Z0-9]{1,32}");

    /** Reads {@code 8453}, {@code "8453"}, {@code "eip155:8453"} or {@code "solana:..."}. */
    static Optional<Chain> read(JsonNode chainId) {
        return chainId.isTextual() || chainId.isIntegralNumber() ? read(chainId.asText()) : Optional.empty();
    }

    /** The chain that a line of a signed message names, with or without its namespace. */
    static Optional<Chain> ofMessage(Family family, String line) {
        return family == Family.SOLANA && !line.contains(":") ? read("solana:" + line) : read(line);
    }

    boolean isSupported() {
        return equals(BASE) || equals(SOLANA);
    }

    private static Optional<Chain> read(String text) {
        var evm = text.startsWith("eip155:") ? text.substring("eip155:".length()) : text;
        if (NUMBER.matcher(evm).matches()) {
            return Optional.of(new Chain(Family.EVM, evm));
        }
        return Optional.of(text)
                .filter(id -> id.startsWith("solana:"))
                .map(id -> id.substring("solana:".length()))
                .filter(id -> REFERENCE.matcher(id).matches())
                .map(id -> new Chain(Family.SOLANA, id));
    }
}

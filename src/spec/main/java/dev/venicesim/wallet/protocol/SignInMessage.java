package dev.venicesim.wallet.protocol;

import dev.venicesim.wallet.protocol.WalletAddress.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text a wallet signs to sign in: EIP-4361 for EVM, its sibling for Solana. Every field is the text between its
 * label and the end of its line; a field that is not there is empty.
 *
 * @param family which wallet the first line names
 * @param domain who asks: host, and port unless it is the scheme's own
 * @param address as written, in any case
 * @param statement what people read
 * @param chainId {@code 8453} for EVM; the reference of the genesis block for Solana
 * @param issuedAt ISO instant, as are {@code expirationTime} and {@code notBefore}
 */
public record SignInMessage(
        Family family,
        String domain,
        String address,
        String statement,
        String uri,
        String version,
        String chainId,
        String nonce,
        String issuedAt,
        String expirationTime,
        String notBefore,
        String requestId,
        List<String> resources) {

    public SignInMessage {
        resources = List.copyOf(resources);
    }

    /** Reads a signed text; empty if it is not of this form. */
    public static Optional<SignInMessage> parse(String text) {
        return SignInParser.parse(text);
    }

    /**
     * The text as the reference clients sign it. Without a statement an EVM text keeps two blank lines and a Solana
     * text one.
     *
     * <p>Verified 2026-11-23 against siwe 3.0.0, viem 2.57.20 and @x402/extensions 2.27.0.
     */
    public String text() {
        var lines = new ArrayList<String>();
        lines.add(domain + SignInParser.wants(family));
        lines.add(address);
        lines.add("");
        if (!statement.isEmpty()) {
            lines.add(statement);
            lines.add("");
        } else if (family == Family.EVM) {
            lines.add("");
        }
        lines.add("URI: " + uri);
        lines.add("Version: " + version);
        lines.add("Chain ID: " + chainId);
        lines.add("Nonce: " + nonce);
        lines.add("Issued At: " + issuedAt);
        addUnlessEmpty(lines, "Expiration Time: ", expirationTime);
        addUnlessEmpty(lines, "Not Before: ", notBefore);
        addUnlessEmpty(lines, "Request ID: ", requestId);
        if (!resources.isEmpty()) {
            lines.add("Resources:");
            resources.forEach(resource -> lines.add("- " + resource));
        }
        return String.join("\n", lines);
    }

    private static void addUnlessEmpty(List<String> lines, String label, String value) {
        if (!value.isEmpty()) {
            lines.add(label + value);
        }
    }
}

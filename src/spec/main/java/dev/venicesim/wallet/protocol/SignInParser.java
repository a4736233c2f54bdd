package dev.venicesim.wallet.protocol;

import dev.venicesim.wallet.protocol.WalletAddress.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parser of a sign-in text, line by line; every label has its place and nothing may be left over. */
final class SignInParser {

    private final List<String> lines;
    private int next;

    private SignInParser(List<String> lines) {
        this.lines = lines;
    }

    static String wants(Family family) {
        return " wants you to sign in with your " + (family == Family.EVM ? "Ethereum" : "Solana") + " account:";
    }

    static Optional<SignInMessage> parse(String text) {
        var lines = List.of(text.split("\n", -1));
        for (var family : Family.values()) {
            var ending = wants(family);
            if (lines.get(0).endsWith(ending)) {
                var asking = lines.get(0).substring(0, lines.get(0).length() - ending.length());
                return new SignInParser(lines).rest(family, withoutScheme(asking));
            }
        }
        return Optional.empty();
    }

    private static String withoutScheme(String domain) {
        var end = domain.indexOf("://");
        return end < 0 ? domain : domain.substring(end + 3);
    }

    private Optional<SignInMessage> rest(Family family, String domain) {
        next = 1;
        var address = line();
        var statement = statement();
        var uri = labelled("URI: ");
        var version = labelled("Version: ");
        var chainId = labelled("Chain ID: ");
        var nonce = labelled("Nonce: ");
        var issuedAt = labelled("Issued At: ");
        var expirationTime = labelled("Expiration Time: ");
        var notBefore = labelled("Not Before: ");
        var requestId = labelled("Request ID: ");
        var resources = resources();
        var incomplete = domain.isEmpty() || address.isEmpty() || uri.isEmpty() || version.isEmpty();
        if (incomplete || chainId.isEmpty() || issuedAt.isEmpty() || next != lines.size()) {
            return Optional.empty();
        }
        return Optional.of(new SignInMessage(
                family,
                domain,
                address,
                statement,
                uri,
                version,
                chainId,
                nonce,
                issuedAt,
                expirationTime,
                notBefore,
                requestId,
                resources));
    }

    /**
     * What stands between blank lines before the URI; reference clients differ in how many there are without a
     * statement.
     */
    private String statement() {
        skipBlank();
        if (peek().startsWith("URI: ")) {
            return "";
        }
        var statement = peek().isEmpty() ? "" : line();
        skipBlank();
        return statement;
    }

    private List<String> resources() {
        var resources = new ArrayList<String>();
        if (peek().equals("Resources:")) {
            next++;
            while (peek().startsWith("- ")) {
                resources.add(line().substring(2));
            }
        }
        return resources;
    }

    private String labelled(String label) {
        return peek().startsWith(label) ? line().substring(label.length()) : "";
    }

    private void skipBlank() {
        if (next < lines.size() && peek().isEmpty()) {
            next++;
        }
    }

    private String peek() {
        return next < lines.size() ? lines.get(next) : "";
    }

    private String line() {
        var line = peek();
        next++;
        return line;
    }
}

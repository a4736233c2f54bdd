package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Oracle of the challenges to sign in that 402s carry: for this host, fresh, and good for five minutes. */
@Verified(
        on = "2026-10-02",
        source = "docs/api/wallets.md#age-of-a-sign-in, docs/api/wallets.md#nonces, docs/api/wallets.md#chains,"
                + " docs/api/wallets.md#domains-of-a-sign-in, docs/api/wallets.md#no-sign-in-on-a-wallet-route")
final class SignInChallenges {

    private static final Duration VALID = Duration.ofMinutes(5);

    /** A client whose clock is off by more cannot sign in at all. */
    private static final Duration CLOCKS_DIFFER = VALID;

    private static final Duration ROUNDING = Duration.ofSeconds(1);
    private static final Set<String> VENICE = Set.of("api.venice.ai", "venice.ai");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> CHAINS =
            List.of("eip155:8453 eip191", "eip155:8453 eip1271", "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp ed25519");

    private SignInChallenges() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        var nonces = new HashSet<String>();
        for (var exchange : exchanges) {
            var body = exchange.reply().json();
            for (var pointer : List.of("/extensions/sign-in-with-x", "/siwxChallenge")) {
                var due = exchange.reply().status() == 402
                        && (pointer.startsWith("/ext") ? body.has("authOptions") : body.has("topUpInstructions"));
                if (due || body.at(pointer).isObject()) {
                    challenge(exchange, pointer, body.at(pointer), nonces, reference, found);
                }
            }
        }
        return found;
    }

    private static void challenge(
            ObservedExchange exchange,
            String pointer,
            JsonNode challenge,
            Set<String> nonces,
            Reference reference,
            List<Deviation> found) {
        var info = challenge.path("info");
        var at = pointer + "/info";
        var nonce = info.path("nonce").asText();
        if (!nonce.matches("[A-Za-z0-9_-]{8,}")) {
            found.add(exchange.at(at + "/nonce", "8 letters and digits or more", nonce));
        } else if (!nonces.add(nonce)) {
            found.add(exchange.at(at + "/nonce", "one that was never offered before", nonce));
        }
        if (!isHost(info.path("domain").asText(), reference.baseUrl())) {
            found.add(exchange.at(at + "/domain", "the host that was asked", ReplyBodies.shown(info.path("domain"))));
        }
        if (!info.path("uri").asText().matches("https?://.+" + Pattern.quote(exchange.path()))) {
            found.add(exchange.at(at + "/uri", "the address that was asked", ReplyBodies.shown(info.path("uri"))));
        }
        text(exchange, at, info, "version", "1", found);
        text(exchange, at, info, "statement", "Sign in to Venice AI", found);
        instants(exchange, at, info, found);
        chains(exchange, pointer, challenge.path("supportedChains"), found);
    }

    private static void instants(ObservedExchange exchange, String at, JsonNode info, List<Deviation> found) {
        var issued = instant(info.path("issuedAt"));
        var near = issued.filter(
                instant -> Duration.between(instant, exchange.at()).abs().compareTo(CLOCKS_DIFFER) <= 0);
        if (near.isEmpty()) {
            found.add(exchange.at(
                    at + "/issuedAt",
                    "the instant of the reply, about " + exchange.at(),
                    ReplyBodies.shown(info.path("issuedAt"))));
        }
        var end = instant(info.path("expirationTime"));
        var lasts = end.flatMap(last -> issued.map(first -> Duration.between(first, last)));
        if (issued.isPresent()
                && lasts.filter(span -> span.minus(VALID).abs().compareTo(ROUNDING) <= 0)
                        .isEmpty()) {
            found.add(exchange.at(
                    at + "/expirationTime",
                    "five minutes after issuedAt",
                    ReplyBodies.shown(info.path("expirationTime"))));
        }
    }

    private static void chains(ObservedExchange exchange, String pointer, JsonNode chains, List<Deviation> found) {
        if (chains.size() != CHAINS.size()) {
            found.add(exchange.at(
                    pointer + "/supportedChains", CHAINS.size() + " kinds of signature", ReplyBodies.shown(chains)));
        }
        var offered = StreamSupport.stream(chains.spliterator(), false)
                .map(chain -> chain.path("chainId").asText() + " "
                        + chain.path("type").asText())
                .toList();
        for (var chain : CHAINS) {
            if (!offered.contains(chain)) {
                found.add(exchange.at(pointer + "/supportedChains", chain, ReplyBodies.shown(chains)));
            }
        }
    }

    private static void text(
            ObservedExchange exchange,
            String at,
            JsonNode info,
            String member,
            String expected,
            List<Deviation> found) {
        if (!info.path(member).isTextual() || !info.path(member).asText().equals(expected)) {
            found.add(exchange.at(at + "/" + member, "\"" + expected + "\"", ReplyBodies.shown(info.path(member))));
        }
    }

    /** A proxy in between may have another port, and a machine has several names for itself. */
    private static boolean isHost(String domain, String baseUrl) {
        var host = domain.replaceFirst(":\\d+$", "");
        var asked = String.valueOf(URI.create(baseUrl).getHost());
        return host.equals(asked)
                || VENICE.contains(host)
                || (THIS_MACHINE.contains(host) && THIS_MACHINE.contains(asked));
    }

    /** An instant of four-digit years; what is further away is no time of this API. */
    static Optional<Instant> instant(JsonNode node) {
        try {
            return node.isTextual() && node.textValue().matches("\\d{4}-.*")
                    ? Optional.of(Instant.parse(node.textValue()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

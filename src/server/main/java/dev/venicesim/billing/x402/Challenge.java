package dev.venicesim.billing.x402;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An invitation to sign in, for the caller that made a request. Reference clients refuse one whose domain or URI is not
 * the host they called.
 *
 * @param resourceUrl the request's whole URL as the caller knows it, so
 *     {@code http://127.0.0.1:8080/api/v1/video/queue}; always with scheme and host
 * @param nonce fresh letters and digits, at least 8
 * @param now real time
 */
public record Challenge(String resourceUrl, String nonce, Instant now) {

    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#age-of-a-sign-in")
    private static final Duration VALID = Duration.ofMinutes(5);

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The challenge as the 402 bodies carry it. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#the-offer-without-credentials")
    ObjectNode json() {
        var challenge = Json.object();
        challenge
                .putObject("info")
                .put("domain", authority())
                .put("uri", resourceUrl)
                .put("version", "1")
                .put("nonce", nonce)
                .put("issuedAt", MILLIS.format(now))
                .put("expirationTime", MILLIS.format(now.plus(VALID)))
                .put("statement", "Sign in to Venice AI");
        var chains = challenge.putArray("supportedChains");
        chains.addObject().put("chainId", Network.BASE.caip2()).put("type", "eip191");
        chains.addObject().put("chainId", Network.BASE.caip2()).put("type", "eip1271");
        chains.addObject().put("chainId", Network.SOLANA.caip2()).put("type", "ed25519");
        return challenge;
    }

    /** Cut out by hand: the caller chose the host and the path, and need not have chosen what a URI parser takes. */
    private String authority() {
        var from = resourceUrl.indexOf("://") + 3;
        var to = from;
        while (to < resourceUrl.length() && "/?#".indexOf(resourceUrl.charAt(to)) < 0) {
            to++;
        }
        return resourceUrl.substring(from, to);
    }
}

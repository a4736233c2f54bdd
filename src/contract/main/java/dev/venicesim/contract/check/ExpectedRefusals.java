package dev.venicesim.contract.check;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.TargetRequest;

/** Refusals that several endpoints share. */
final class ExpectedRefusals {

    private ExpectedRefusals() {}

    static ExchangeScript unknownModel(TargetRequest call) {
        return ExchangeScript.of(call, Expectation.error(404, "Specified model not found"))
                .or(
                        ApiQuirk.UNKNOWN_MODEL,
                        "404-named",
                        Expectation.status(404)
                                .where(
                                        "/error",
                                        "the model's name in it",
                                        node -> node.asText()
                                                .startsWith("Specified model not found: " + CheckRequests.NO_MODEL)))
                .or(ApiQuirk.UNKNOWN_MODEL, "400", Expectation.error(400, "Invalid model specified"));
    }

    static ExchangeScript badKey(TargetRequest call) {
        var refusal = Expectation.error(401, "Authentication failed");
        return ExchangeScript.of(call.withBadKey(), refusal.absent("/code"))
                .or(ApiQuirk.ERROR_CODES, "on", refusal.text("/code", "AUTHENTICATION_FAILED"));
    }

    static ExchangeScript nobody(TargetRequest call) {
        var discovery = Expectation.status(402).schema("x402-discovery");
        return ExchangeScript.of(call, discovery.text("/error", "Payment required"))
                .or(ApiQuirk.DISCOVERY_TEXT, "authentication", discovery.text("/error", "Authentication required"));
    }
}

package dev.venicesim.kit.contract.check;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.kit.contract.target.Call;

/** Refusals that several endpoints share. */
final class Refusals {

    private Refusals() {}

    static Exchange unknownModel(Call call) {
        return Exchange.of(call, Expectation.error(404, "Specified model not found"))
                .or(
                        Quirk.UNKNOWN_MODEL,
                        "404-named",
                        Expectation.status(404)
                                .where(
                                        "/error",
                                        "the model's name in it",
                                        node -> node.asText().startsWith("Specified model not found: " + Ask.NO_MODEL)))
                .or(Quirk.UNKNOWN_MODEL, "400", Expectation.error(400, "Invalid model specified"));
    }

    static Exchange badKey(Call call) {
        var refusal = Expectation.error(401, "Authentication failed");
        return Exchange.of(call.withBadKey(), refusal.absent("/code"))
                .or(Quirk.ERROR_CODES, "on", refusal.text("/code", "AUTHENTICATION_FAILED"));
    }

    static Exchange nobody(Call call) {
        var discovery = Expectation.status(402).schema("x402-discovery");
        return Exchange.of(call, discovery.text("/error", "Payment required"))
                .or(Quirk.DISCOVERY_TEXT, "authentication", discovery.text("/error", "Authentication required"));
    }
}

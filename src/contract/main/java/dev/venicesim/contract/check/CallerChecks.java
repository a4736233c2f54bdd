package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.List;

/** Checks of queue before it looks at a model's rules: who asks, in what form, and for which model. */
final class CallerChecks {

    private CallerChecks() {}

    static List<Check> all() {
        return List.of(
                Check.free(
                        "queue.unknown-model",
                        documented("An unlisted model is not found", "docs/api/disagreements.md, \"Unknown models\""),
                        ExpectedRefusals.unknownModel(queue(anyBody().put("model", CheckRequests.NO_MODEL))
                                .withKey()),
                        ApiQuirk.UNKNOWN_MODEL),
                Check.free(
                        "queue.broken-json",
                        observed(
                                "A body that is no JSON is refused in words",
                                "docs/api/errors.md, \"Plain request errors\""),
                        ExchangeScript.of(
                                TargetRequest.post("/video/queue", "{\"model\":", "application/json")
                                        .withKey(),
                                Expectation.error(400, "Invalid JSON request"))),
                contentType("queue.content-type", "/video/queue"),
                contentType("retrieve.content-type", "/video/retrieve"),
                Check.free(
                        "complete.broken-json",
                        observed(
                                "A body that is no JSON is refused in words",
                                "docs/api/errors.md, \"Plain request errors\""),
                        ExchangeScript.of(
                                TargetRequest.post("/video/complete", "{\"model\":", "application/json")
                                        .withKey(),
                                Expectation.error(400, "Invalid JSON request"))),
                Check.free(
                        "queue.bad-key",
                        documented("A key nobody holds is refused", "docs/api/errors.md, \"Refused keys\""),
                        ExpectedRefusals.badKey(queue(anyBody())),
                        ApiQuirk.ERROR_CODES),
                Check.free(
                        "queue.nobody",
                        documented(
                                "Who names nobody is told how to pay",
                                "docs/api/wallets.md, \"The offer without credentials\""),
                        ExpectedRefusals.nobody(queue(anyBody())),
                        ApiQuirk.DISCOVERY_TEXT),
                Check.free(
                        "queue.payment-header",
                        documented(
                                "The 402 repeats its offer in PAYMENT-REQUIRED",
                                "docs/api/wallets.md, \"The header that repeats the offer\""),
                        ExchangeScript.of(
                                queue(anyBody()),
                                Expectation.status(402)
                                        .header(
                                                "PAYMENT-REQUIRED",
                                                "base64 of a JSON object",
                                                ExpectedFacts::isBase64Json))));
    }

    private static TargetRequest queue(ObjectNode body) {
        return CheckRequests.queueOf(body);
    }

    private static ObjectNode anyBody() {
        return Json.object()
                .put("model", "wan-2.6-text-to-video")
                .put("prompt", "a gondola")
                .put("duration", CheckRequests.NO_DURATION);
    }

    private static Check contentType(String id, String route) {
        return Check.free(
                id,
                documented("A body not declared as JSON is refused", "docs/api/errors.md, \"Plain request errors\""),
                ExchangeScript.of(
                                TargetRequest.post(route, "{}", "text/plain").withKey(),
                                Expectation.error(415, "Invalid request content-type"))
                        .or(
                                ApiQuirk.INVALID_CONTENT_TYPE,
                                "400",
                                Expectation.error(400, "'Content-Type' must be 'application/json'")));
    }
}

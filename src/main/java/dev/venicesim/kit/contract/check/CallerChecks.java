package dev.venicesim.kit.contract.check;

import static dev.venicesim.kit.contract.check.Claim.documented;
import static dev.venicesim.kit.contract.check.Claim.observed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.target.Call;
import java.util.List;

/** What is claimed of queue before it looks at a model's rules: who asks, in what form, and for which model. */
final class CallerChecks {

    private CallerChecks() {}

    static List<Check> all() {
        return List.of(
                Check.free(
                        "queue.unknown-model",
                        documented("An unlisted model is not found", "api-facts 11 #58"),
                        Refusals.unknownModel(
                                queue(anyBody().put("model", Ask.NO_MODEL)).withKey()),
                        Quirk.UNKNOWN_MODEL),
                Check.free(
                        "queue.broken-json",
                        observed("A body that is no JSON is refused in words", "observed A5"),
                        Exchange.of(
                                Call.post("/video/queue", "{\"model\":", "application/json")
                                        .withKey(),
                                Expectation.error(400, "Invalid JSON request"))),
                Check.free(
                        "queue.bad-key",
                        documented("A key nobody holds is refused", "api-facts 2.1"),
                        Refusals.badKey(queue(anyBody())),
                        Quirk.ERROR_CODES),
                Check.free(
                        "queue.nobody",
                        documented("Who names nobody is told how to pay", "api-facts 3.2"),
                        Refusals.nobody(queue(anyBody())),
                        Quirk.DISCOVERY_TEXT),
                Check.free(
                        "queue.payment-header",
                        documented("The 402 repeats its offer in PAYMENT-REQUIRED", "api-facts 3.3"),
                        Exchange.of(
                                queue(anyBody()),
                                Expectation.status(402)
                                        .header("PAYMENT-REQUIRED", "base64 of a JSON object", Facts::isBase64Json))));
    }

    private static Call queue(ObjectNode body) {
        return Ask.queueOf(body);
    }

    private static ObjectNode anyBody() {
        return Json.object()
                .put("model", "wan-2.6-text-to-video")
                .put("prompt", "a gondola")
                .put("duration", Ask.NO_DURATION);
    }
}

package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.observed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EditionFiles;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Checks of the fields of queue that came after August 2026. None of these requests can be accepted: each has an
 * impossible duration besides, or a ratio that the model does not take.
 */
final class LaterFieldChecks {

    private static final String PAGE = "docs/api/edition-2026-10-02.md#";
    private static final String PICTURE = "https://media.example.com/in-1280x720.png";
    private static final String DOCUMENT = "https://media.example.com/a.pdf";

    private LaterFieldChecks() {}

    static List<Check> all() {
        return List.of(
                camera(
                        "queue.camera-keys",
                        "A point of a camera's way takes no further key",
                        refusesAKey(),
                        body -> way(body, 90)
                                .withArray("camera_trajectory")
                                .addObject()
                                .put("speed", 3)),
                camera(
                        "queue.camera-turns",
                        "A camera turns 32 times at most",
                        Expectation.detailed()
                                .issue("camera_trajectory", "Camera azimuth travel must not exceed 32 full turns"),
                        body -> way(refusedByItsRatio(body), 32 * 360 + 1)),
                camera(
                        "queue.camera-prompt",
                        "Where the camera goes its way no prompt is needed",
                        Expectation.detailed().noIssue("prompt").noIssue("camera_trajectory"),
                        body -> way(body, -32 * 360).remove("prompt")),
                user("queue.anon-user-id", "The client's name for its user holds no two bars", "a||b", false),
                user("queue.anon-user-id-ascii", "The client's name for its user is of ASCII", "j\u00fcrgen", false),
                user("queue.anon-user-id-length", "The client's name for its user has 128 characters", "u", true),
                typedReferences(),
                documents(),
                referenceCap());
    }

    private static Expectation refusesAKey() {
        return Expectation.detailed().issue("speed", "Unrecognized key(s) in object: 'speed'");
    }

    private static Check camera(String id, String says, Expectation expected, Consumer<ObjectNode> change) {
        return Check.free(
                        id,
                        observed(says, PAGE + "camera-trajectories"),
                        ExchangeScript.of(
                                "model whose camera goes a way",
                                CheckRequests.queue(
                                        ModelSample::multiAngle, body -> change.accept(body.put("image_url", PICTURE))),
                                expected))
                .in(takes("camera_trajectory"));
    }

    /** Turns are counted only of a request whose fields are each right. */
    private static ObjectNode refusedByItsRatio(ObjectNode body) {
        return body.put("duration", "6s").put("aspect_ratio", "16:9");
    }

    private static ObjectNode way(ObjectNode body, int azimuth) {
        var points = body.putArray("camera_trajectory");
        points.addObject().put("time", 0).put("azimuth", 0).put("elevation", 0).put("distance", 1);
        points.addObject()
                .put("time", 1)
                .put("azimuth", azimuth)
                .put("elevation", 10)
                .put("distance", 1.2);
        return body;
    }

    private static Check user(String id, String says, String name, boolean taken) {
        var expected = taken
                ? Expectation.detailed().noIssue("anon_user_id")
                : Expectation.detailed()
                        .where("/details/anon_user_id/_errors", "a message", messages -> !messages.isEmpty());
        return Check.free(
                        id,
                        observed(says, PAGE + "anonymous-user-ids"),
                        ExchangeScript.of(
                                QueueChecks.PLAIN,
                                CheckRequests.plainQueue(
                                        body -> body.put("anon_user_id", taken ? name.repeat(128) : name)),
                                expected))
                .in(takes("anon_user_id"));
    }

    private static Check typedReferences() {
        return Check.free(
                "queue.typed-references",
                observed("Pictures with a name count as reference pictures", PAGE + "typed-references"),
                ExchangeScript.of(
                        "Grok reference-to-video model",
                        CheckRequests.queue(
                                ModelSample::grokReference,
                                body -> body.putArray("image_references")
                                        .addObject()
                                        .put("image_url", PICTURE)
                                        .put("ref_name", "a")),
                        Expectation.detailed()
                                .noIssue("image_references")
                                .where(
                                        "/issues",
                                        "no issue that asks for a reference",
                                        asksForAReference().negate())));
    }

    private static Predicate<JsonNode> asksForAReference() {
        return issues -> ExpectedFacts.list(issues).stream()
                .anyMatch(issue -> issue.path("message").asText().startsWith("At least one reference"));
    }

    private static Check documents() {
        return Check.free(
                        "queue.documents",
                        observed("Only Wan's standard tier takes a document", PAGE + "documents-of-wan"),
                        ExchangeScript.of(
                                "Grok reference-to-video model",
                                CheckRequests.queue(
                                        ModelSample::grokReference,
                                        body -> body.putArray("reference_document_urls")
                                                .add(DOCUMENT)),
                                Expectation.detailed()
                                        .issue(
                                                "reference_document_urls",
                                                "This model does not support reference documents")))
                .in(takes("reference_document_urls"));
    }

    private static Check referenceCap() {
        return Check.free(
                        "queue.reference-cap",
                        observed("Wan 3.0 takes ten reference pictures", PAGE + "caps-of-october"),
                        ExchangeScript.of(
                                "Wan 3.0 reference-to-video model",
                                CheckRequests.queue(ModelSample::wanReference, body -> {
                                    var pictures = body.putArray("reference_image_urls");
                                    for (var i = 0; i < 11; i++) {
                                        pictures.add(PICTURE);
                                    }
                                }),
                                Expectation.detailed()
                                        .issue("reference_image_urls", "Array must contain at most 10 element(s)")))
                .in(takes("camera_trajectory"));
    }

    /** The editions whose queue takes a field. */
    private static Predicate<ApiEdition> takes(String field) {
        return edition ->
                EditionFiles.schema(edition, "queue-request").path("properties").has(field);
    }
}

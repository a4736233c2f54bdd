package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The requests of checks. Every request to queue holds one certain mistake besides, so that none can be accepted and
 * charged.
 */
final class CheckRequests {

    /** A duration no API takes. */
    static final String NO_DURATION = "99s";

    static final String NO_MODEL = "no-such-model-venice-sim";

    /** The id of a job of the past; nobody's today. */
    static final String OLD_JOB = "019d39c4-97d7-76b0-bc56-5ca8467cced1";

    private CheckRequests() {}

    static TargetRequest quote(ObjectNode body) {
        return TargetRequest.post("/video/quote", body);
    }

    static TargetRequest queueOf(ObjectNode body) {
        return TargetRequest.post("/video/queue", body);
    }

    /** An order that is refused for its sound, whatever else becomes of it. */
    static TargetRequest unmistakable(ObjectNode body) {
        return queueOf(body.deepCopy()
                .put("prompt", "A gondola crosses the Grand Canal at dawn.")
                .put("audio", 7));
    }

    static TargetRequest retrieve(ObjectNode body) {
        return TargetRequest.post("/video/retrieve", body).withKey();
    }

    static TargetRequest complete(ObjectNode body) {
        return TargetRequest.post("/video/complete", body).withKey();
    }

    /** The quote of a plain model, changed. */
    static Function<CheckContext, Optional<TargetRequest>> plainQuote(Consumer<ObjectNode> change) {
        return session -> session.sample()
                .plain()
                .map(model -> quote(changed(ModelSample.pricing(ModelSample.smallest(model)), change)));
    }

    /** A queue request of a plain model with an impossible duration, changed. */
    static Function<CheckContext, Optional<TargetRequest>> plainQueue(Consumer<ObjectNode> change) {
        return queue(ModelSample::plain, change);
    }

    /** A queue request of some model with an impossible duration, changed. */
    static Function<CheckContext, Optional<TargetRequest>> queue(
            Function<ModelSample, Optional<JsonNode>> model, Consumer<ObjectNode> change) {
        return session -> model.apply(session.sample())
                .map(found -> changed(ModelSample.smallest(found).put("duration", NO_DURATION), change))
                .map(body -> queueOf(body).withKey());
    }

    static ObjectNode job() {
        return Json.object().put("model", "wan-2.6-text-to-video").put("queue_id", OLD_JOB);
    }

    /** An order of what there is not. */
    static ObjectNode order() {
        return Json.object().put("model", NO_MODEL).put("prompt", "a gondola").put("duration", NO_DURATION);
    }

    static ObjectNode changed(ObjectNode body, Consumer<ObjectNode> change) {
        change.accept(body);
        return body;
    }
}

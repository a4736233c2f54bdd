package dev.venicesim.kit.contract.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import dev.venicesim.kit.contract.target.Call;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The requests of checks. Every request to queue holds one certain mistake besides, so that none can be accepted and charged. */
final class Ask {

    /** A duration no API takes. */
    static final String NO_DURATION = "99s";

    static final String NO_MODEL = "no-such-model-venice-sim";

    /** The id of a job of the past; nobody's today. */
    static final String OLD_JOB = "019d39c4-97d7-76b0-bc56-5ca8467cced1";

    private Ask() {}

    static Call quote(ObjectNode body) {
        return Call.post("/video/quote", body);
    }

    static Call queueOf(ObjectNode body) {
        return Call.post("/video/queue", body);
    }

    static Call retrieve(ObjectNode body) {
        return Call.post("/video/retrieve", body).withKey();
    }

    static Call complete(ObjectNode body) {
        return Call.post("/video/complete", body).withKey();
    }

    /** The quote of a plain model, changed. */
    static Function<Session, Optional<Call>> plainQuote(Consumer<ObjectNode> change) {
        return session ->
                session.sample().plain().map(model -> quote(changed(Sample.pricing(Sample.smallest(model)), change)));
    }

    /** A queue request of a plain model with an impossible duration, changed. */
    static Function<Session, Optional<Call>> plainQueue(Consumer<ObjectNode> change) {
        return queue(Sample::plain, change);
    }

    /** A queue request of some model with an impossible duration, changed. */
    static Function<Session, Optional<Call>> queue(
            Function<Sample, Optional<JsonNode>> model, Consumer<ObjectNode> change) {
        return session -> model.apply(session.sample())
                .map(found -> changed(Sample.smallest(found).put("duration", NO_DURATION), change))
                .map(body -> queueOf(body).withKey());
    }

    static ObjectNode job() {
        return Json.object().put("model", "wan-2.6-text-to-video").put("queue_id", OLD_JOB);
    }

    static ObjectNode changed(ObjectNode body, Consumer<ObjectNode> change) {
        change.accept(body);
        return body;
    }
}

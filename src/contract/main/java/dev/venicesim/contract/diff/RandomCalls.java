package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetRequest.Auth;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Maker of the requests of a conversation, by a seed. Each free request to queue holds one certain mistake, so that none
 * can be accepted and charged.
 */
final class RandomCalls {

    private static final List<String> READS = List.of(
            "/models?type=video",
            "/models?type=nothing",
            "/models/traits?type=video",
            "/models/compatibility_mapping?type=video",
            "/billing/balance",
            "/api_keys/rate_limits",
            "/billing/usage-analytics?lookback=x",
            "/x402/balance/0x000000000000000000000000000000000000dEaD",
            "/x402/transactions/nobody");
    private static final List<Auth> CALLERS = List.of(Auth.KEY, Auth.KEY, Auth.KEY, Auth.NONE, Auth.BAD_KEY);
    private static final List<String> BROKEN = List.of("", "{", "[]", "null", "\"text\"", "{\"model\":}");
    /** In a hundred: one request in so many is of this kind. */
    private static final int READ = 15;

    private static final int QUOTE = 50;
    private static final int QUEUE = 75;

    private final Random random;
    private final List<JsonNode> models;
    private final BodyMutations mutations;
    private final List<Auth> callers;

    /**
     * @param models those that both sides list, at least one
     * @param keyed whether there is a key to ask with
     */
    RandomCalls(long seed, List<JsonNode> models, boolean keyed) {
        this.random = new Random(seed);
        this.models = models;
        this.callers = keyed ? CALLERS : List.of(Auth.NONE, Auth.BAD_KEY);
        this.mutations = new BodyMutations(random);
    }

    ScriptedCall free() {
        var dice = random.nextInt(100);
        if (dice < READ) {
            return ScriptedCall.get(one(READS), one(callers));
        }
        if (dice < QUOTE) {
            return spoiltInForm(ScriptedCall.post("/video/quote", one(callers), mutations.some(pricing(wish()))));
        }
        if (dice < QUEUE) {
            var body = mutations.some(wish()).put("duration", ScriptedCall.REFUSED_DURATION);
            return spoiltInForm(ScriptedCall.post("/video/queue", one(callers), body));
        }
        return spoiltInForm(aboutNoJob());
    }

    /** A job that is paid for, what a client does with it, and what it does once too often. */
    List<ScriptedCall> paid(ObjectNode body, String name) {
        var ids = Json.object().put("model", body.path("model").asText()).put("queue_id", ScriptedCall.QUEUE_ID);
        var calls = new ArrayList<ScriptedCall>();
        calls.add(ScriptedCall.post("/video/queue", Auth.KEY, body).named(name));
        calls.add(retrieve(ids).about(name).untilDone());
        var after = List.of(
                retrieve(ids),
                retrieve(ids.deepCopy().put("model", "no-such-model")),
                ScriptedCall.post("/video/retrieve", Auth.NONE, ids),
                ScriptedCall.get("/billing/balance", Auth.KEY));
        for (var i = random.nextInt(after.size()); i > 0; i--) {
            calls.add(one(after).about(name));
        }
        calls.add(complete(ids).about(name));
        calls.add(retrieve(ids).about(name));
        calls.add(complete(ids).about(name));
        return calls;
    }

    private static ScriptedCall retrieve(JsonNode ids) {
        return ScriptedCall.post("/video/retrieve", Auth.KEY, ids);
    }

    private static ScriptedCall complete(JsonNode ids) {
        return ScriptedCall.post("/video/complete", Auth.KEY, ids);
    }

    private ScriptedCall aboutNoJob() {
        var ids = Json.object()
                .put("model", one(models).path("id").asText())
                .put("queue_id", "019d39c4-97d7-76b0-bc56-5ca8467cced1");
        return switch (random.nextInt(5)) {
            case 0, 1 -> ScriptedCall.post("/video/retrieve", one(callers), mutations.some(ids));
            case 2, 3 -> ScriptedCall.post("/video/complete", one(callers), mutations.some(ids));
            default -> ScriptedCall.post("/x402/top-up", Auth.NONE, Json.object());
        };
    }

    /** Now and then a body that is no JSON, or is not declared as it. */
    private ScriptedCall spoiltInForm(ScriptedCall call) {
        return switch (random.nextInt(20)) {
            case 0 -> call.with(one(BROKEN));
            case 1 -> call.declared("text/plain");
            default -> call;
        };
    }

    /** What a model takes, drawn from its own lists. */
    private ObjectNode wish() {
        var model = one(models);
        var lists = model.at("/model_spec/constraints");
        var body = Json.object().put("model", model.path("id").asText()).put("prompt", "A gondola at dawn.");
        draw(lists.path("durations"), "duration", body);
        draw(lists.path("aspect_ratios"), "aspect_ratio", body);
        draw(lists.path("resolutions"), "resolution", body);
        if (lists.path("audio_configurable").asBoolean() && random.nextBoolean()) {
            body.put("audio", random.nextBoolean());
        }
        return body;
    }

    private void draw(JsonNode list, String field, ObjectNode body) {
        if (!list.isEmpty()) {
            body.set(field, list.path(random.nextInt(list.size())));
        }
    }

    private static ObjectNode pricing(ObjectNode body) {
        body.remove("prompt");
        return body;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

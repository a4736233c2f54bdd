package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.Set;

/** Two sides that are asked the same, and whose replies are held against each other. */
final class Duet {

    private final ConversationSide simulator;
    private final ConversationSide target;
    private final Set<String> models;

    /**
     * @param models ids of those that both list; of the others nothing is compared
     */
    Duet(ConversationSide simulator, ConversationSide target, Set<String> models) {
        this.simulator = simulator;
        this.target = target;
        this.models = models;
    }

    /** Where the two replies to a request differ. */
    List<ReplyDifference> ask(ScriptedCall call) throws InterruptedException {
        var theirs = target.ask(call);
        return between(call, simulator.ask(call), theirs);
    }

    /** Where the replies to the last of some requests differ. */
    List<ReplyDifference> last(List<ScriptedCall> calls) throws InterruptedException {
        var differences = List.<ReplyDifference>of();
        for (var call : calls) {
            differences = ask(call);
        }
        return differences;
    }

    List<ReplyDifference> between(ScriptedCall call, ObjectNode ours, ObjectNode theirs) {
        return ReplyDifference.between(compared(call, ours), compared(call, theirs));
    }

    private JsonNode compared(ScriptedCall call, ObjectNode form) {
        var body = form.path("body");
        if (call.place().startsWith("GET /models?type=video")
                && body.path("data").isArray()) {
            form.set("body", shared(body));
        } else if (call.place().matches("GET /(billing|api_keys)/.*")
                && form.path("status").asInt() == 200) {
            form.set("body", shape(body));
        }
        return form;
    }

    /** The list without the models that only one of them has, in the order of their ids. */
    private JsonNode shared(JsonNode body) {
        var byId = Json.object();
        for (var model : body.path("data")) {
            if (models.contains(model.path("id").asText())) {
                byId.set(model.path("id").asText(), model);
            }
        }
        return ((ObjectNode) body.deepCopy()).set("data", byId);
    }

    /** What depends on whose account it is: its members and their types. */
    private static JsonNode shape(JsonNode value) {
        if (value.isObject()) {
            var members = Json.object();
            value.properties().forEach(member -> members.set(member.getKey(), shape(member.getValue())));
            return members;
        }
        return Json.mapper().getNodeFactory().textNode(value.getNodeType().toString());
    }
}

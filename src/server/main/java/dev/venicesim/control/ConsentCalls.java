package dev.venicesim.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.consent.FaceRegister;
import dev.venicesim.consent.MediaId;
import dev.venicesim.consent.PolicyVersion;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.ConsentService;
import dev.venicesim.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Calls that say who is in which media, raise the policy, and read and revoke consent as the web app would. */
final class ConsentCalls {

    private final ConsentService consents;

    ConsentCalls(ConsentService consents) {
        this.consents = consents;
    }

    /** Registers media over what was registered before, and shows all. */
    Reply faces(World world, Request request) {
        var written = labels(ControlBody.of(request).node());
        var register = checked(() -> FaceRegister.parse(written));
        return Reply.json(200, consents.register(world, register).json());
    }

    /** Puts a policy in force in a world; in the anonymous one, in every world that has none of its own. */
    Reply policy(World world, Request request) {
        var before = consents.policy(world).orElseGet(PolicyVersion::documented);
        var policy = policy(request, before);
        consents.enforce(world, policy);
        return json(policy);
    }

    Reply list(World world) {
        var body = Json.object();
        var list = body.putArray("consents");
        consents.attested(world).forEach(attestations -> attestations.writeTo(list));
        return Reply.json(200, body);
    }

    Reply revokeAll(World world) {
        consents.revokeAll(world);
        return Reply.empty(204);
    }

    Reply revoke(World world, String medium) {
        var id = checked(() -> MediaId.parse(medium));
        if (!consents.revoke(world, id)) {
            throw ProblemException.notFound("this world has attested to no " + id.text()
                    + "; GET consents lists what it has, and a URL in the path is percent-encoded as a whole");
        }
        return Reply.empty(204);
    }

    private static Map<String, List<String>> labels(JsonNode media) {
        var labels = new LinkedHashMap<String, List<String>>();
        media.properties().forEach(entry -> labels.put(entry.getKey(), strings(entry.getKey(), entry.getValue())));
        return labels;
    }

    private static List<String> strings(String medium, JsonNode labels) {
        var strings = new ArrayList<String>();
        labels.forEach(label -> {
            if (label.isTextual()) {
                strings.add(label.textValue());
            }
        });
        if (!labels.isArray() || strings.size() != labels.size()) {
            throw ProblemException.badRequest(
                    "\"" + medium + "\" wants a list of labels such as [\"face\"], not " + labels);
        }
        return strings;
    }

    private static PolicyVersion policy(Request request, PolicyVersion before) {
        var body = ControlBody.of(request).knowing(Set.of("consentVersion", "policyText"));
        var version = body.text("consentVersion")
                .orElseThrow(() -> ProblemException.badRequest("say which consentVersion is in force, such as v2.1"));
        return checked(() -> new PolicyVersion(version, body.text("policyText").orElse(before.text())));
    }

    private static Reply json(PolicyVersion policy) {
        return Reply.json(
                200, Json.object().put("consentVersion", policy.version()).put("policyText", policy.text()));
    }

    private static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        }
    }
}

package dev.venicesim.pact;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Operation;
import dev.venicesim.auth.SharedText;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.json.Json;
import dev.venicesim.net.CredentialMask;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A pact of version 4 made of what a client asked: one interaction for each kind of reply to each kind of request, with
 * the states under which the simulator answers so again. What has no such state is left out, and counted.
 */
public final class PactFile {

    /** The provider's name in the pacts that come with the simulator. */
    public static final String PROVIDER = "venice-video-api";

    /** More kinds of replies than the API has. */
    private static final int MOST_INTERACTIONS = 500;

    private static final String STATE_KEY = "Bearer VENICE_INFERENCE_KEY_of-the-provider-state";

    private final List<ProviderState> everywhere;
    private final SharedText shared;
    private final StateChoice choice = new StateChoice();
    private final Set<String> variants = new HashSet<>();
    private final Set<String> descriptions = new HashSet<>();
    private final TreeMap<String, Integer> leftOut = new TreeMap<>();

    private PactFile(List<ProviderState> everywhere, SharedText shared) {
        this.everywhere = everywhere;
        this.shared = shared;
    }

    /**
     * The pact.
     *
     * @param consumer the client's name
     * @param entries what it asked, in order
     * @param edition set up before everything else; empty for that of whoever verifies
     * @param shared takes out what others must not read
     */
    public static ObjectNode of(String consumer, List<RequestRecord> entries, String edition, SharedText shared) {
        var states = edition.isEmpty() ? List.<ProviderState>of() : List.of(ProviderState.of("edition " + edition));
        return new PactFile(states, shared).write(consumer, entries);
    }

    private ObjectNode write(String consumer, List<RequestRecord> entries) {
        var pact = Json.object();
        pact.putObject("consumer").put("name", consumer);
        pact.putObject("provider").put("name", PROVIDER);
        var interactions = pact.putArray("interactions");
        for (var entry : entries) {
            if (!entry.by().equals("simulator")) {
                leaveOut("answered by a " + entry.by() + ", not by the API");
            } else if (interactions.size() < MOST_INTERACTIONS) {
                PactCall.of(entry)
                        .ifPresentOrElse(
                                call -> add(interactions, call), () -> leaveOut("no request that the pact is about"));
            }
        }
        var metadata = pact.putObject("metadata");
        metadata.putObject("pactSpecification").put("version", "4.0");
        if (!leftOut.isEmpty()) {
            var why = metadata.putObject("venice-sim").putObject("leftOut");
            leftOut.forEach(why::put);
        }
        return pact;
    }

    private void leaveOut(String why) {
        leftOut.merge(why, 1, Integer::sum);
    }

    private void add(ArrayNode interactions, PactCall call) {
        var states = choice.of(call);
        if (call.isSigned()) {
            leaveOut("signed by a wallet");
        } else if (call.hasRequestBody() && (call.asked().isMissingNode() || !call.isAskedWhole())) {
            leaveOut("its body holds media, is no JSON or is too long to be kept");
        } else if (states.isEmpty()) {
            leaveOut("no state is known in which it is answered with " + call.status());
        } else if (!call.isVideo() && call.status() != 204 && call.answered().isMissingNode()) {
            leaveOut("its reply is no JSON or is too long to be kept");
        } else if (variants.add(call.variant() + kinds(call, states.get()))) {
            interactions.add(interaction(call, states.get()));
        }
    }

    /** The states but for the job's id, since the same reply may be that of a job that is gone and of none. */
    private static List<String> kinds(PactCall call, List<ProviderState> states) {
        return states.stream()
                .map(state -> state.name().replace(" " + call.queueId() + " ", " "))
                .toList();
    }

    private ObjectNode interaction(PactCall call, List<ProviderState> states) {
        var json = Json.object()
                .put("type", "Synchronous/HTTP")
                .put("description", shared.masked(description(call)))
                .put("pending", false);
        var list = json.putArray("providerStates");
        if (call.hasKey()) {
            everywhere.forEach(state -> write(state, list.addObject()));
        }
        states.forEach(state -> write(state, list.addObject()));
        json.set("request", request(call));
        json.set("response", response(call));
        return json;
    }

    private String description(PactCall call) {
        var description = call.description();
        for (var number = 2; !descriptions.add(description); number++) {
            description = call.description() + " (" + number + ")";
        }
        return description;
    }

    private void write(ProviderState state, ObjectNode json) {
        json.put("name", shared.masked(state.name()));
        if (!state.params().isEmpty()) {
            var params = json.putObject("params");
            state.params().forEach((name, value) -> params.put(name, shared.masked(value)));
        }
    }

    private ObjectNode request(PactCall call) {
        var link = call.operation().isOfLinks();
        var json = Json.object()
                .put("method", call.entry().method())
                .put("path", link ? Operation.LINKS + "token" : call.entry().path());
        query(json, call.entry().exchange().query());
        if (call.hasRequestBody()) {
            body(json).set("content", shared.masked(call.asked()));
            json.withObjectProperty("headers").putArray("Content-Type").add("application/json");
        }
        if (call.hasKey() && !link) {
            json.withObjectProperty("headers").putArray("Authorization").add(STATE_KEY);
            generator(
                    json.withObjectProperty("generators").putObject("header").putObject("Authorization"),
                    "Bearer ${apiKey}");
        }
        if (link && call.status() != 404) {
            generator(json.withObjectProperty("generators").putObject("path"), "${downloadPath}");
        }
        return json;
    }

    private void query(ObjectNode json, String query) {
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = shared.masked(CredentialMask.maskUrl("?" + pair))
                        .substring(1)
                        .split("=", 2);
                json.withObjectProperty("query").withArrayProperty(parts[0]).add(parts.length > 1 ? parts[1] : "");
            }
        }
    }

    private static void generator(ObjectNode json, String expression) {
        json.put("type", "ProviderState").put("expression", expression).put("dataType", "STRING");
    }

    private ObjectNode response(PactCall call) {
        var json = Json.object().put("status", call.status());
        if (call.status() == 204) {
            return json;
        }
        var headers = json.putObject("headers").putArray("Content-Type");
        if (call.isVideo()) {
            headers.add("video/mp4");
            return json;
        }
        headers.add("application/json");
        var rules = json.putObject("matchingRules");
        var ofBody = rules.putObject("body");
        body(json).set("content", shared.masked(MatchingRules.example(call.status(), call.answered(), ofBody)));
        rules.putObject("header")
                .putObject("Content-Type")
                .put("combine", "AND")
                .putArray("matchers")
                .addObject()
                .put("match", "regex")
                .put("regex", "application/json(;.*)?");
        return json;
    }

    private static ObjectNode body(ObjectNode message) {
        return message.putObject("body").put("contentType", "application/json").put("encoded", false);
    }
}

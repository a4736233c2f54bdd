package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.Target;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest.Auth;
import dev.venicesim.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of the two APIs in a conversation: its jobs by the names that the conversation gives them, and its replies. */
final class ConversationSide {

    private static final Duration POLL_EVERY = Duration.ofSeconds(5);
    private static final int POLLS = 240;

    private final Target target;
    private final ComparableReply form;
    private final boolean hurried;
    private final boolean guarded;
    private final Map<String, String> queueIds = new HashMap<>();
    private final Map<String, String> models = new LinkedHashMap<>();

    /**
     * @param hurried whether nobody else uses it and it counts no requests, so that none has to wait
     * @param guarded whether a job costs money here, so that one that nobody ordered ends the conversation
     */
    ConversationSide(Target target, boolean hurried, boolean guarded) {
        this.target = target;
        this.form = new ComparableReply(target.baseUrl());
        this.hurried = hurried;
        this.guarded = guarded;
    }

    /**
     * The reply to a request, in the form in which it can be compared.
     *
     * @throws UnorderedJob if the target took what it should have refused
     */
    ObjectNode ask(ScriptedCall call) throws InterruptedException {
        var reply = answer(call);
        var compared = form.of(reply);
        if (call.isQueue() && reply.ok()) {
            remember(call, reply);
            if (guarded && !call.mayBeTaken()) {
                throw new UnorderedJob(call, reply, compared);
            }
        }
        return compared;
    }

    private void remember(ScriptedCall call, TargetReply reply) {
        var queued = reply.json().path("queue_id").asText();
        if (!queued.isEmpty()) {
            var name = call.name().isEmpty() ? "unasked" + queueIds.size() : call.name();
            queueIds.put(name, queued);
            models.put(name, reply.json().path("model").asText());
        }
    }

    /** Deletes the media of every job that was queued here. */
    List<String> cleanedUp() throws InterruptedException {
        var left = new ArrayList<String>();
        for (var job : List.copyOf(models.keySet())) {
            var ids = Json.object().put("model", models.get(job)).put("queue_id", ScriptedCall.QUEUE_ID);
            var deleting = ids.deepCopy().put("delete_media_on_completion", true);
            var last = answer(ScriptedCall.post("/video/retrieve", Auth.KEY, deleting)
                    .about(job)
                    .untilDone());
            if (last.isVideo() || last.status() == 404) {
                continue;
            }
            var reply =
                    answer(ScriptedCall.post("/video/complete", Auth.KEY, ids).about(job));
            if (!reply.json().path("success").asBoolean()) {
                left.add("the media of job " + queueIds.get(job) + " may still be there: complete answered " + reply);
            }
        }
        return left;
    }

    private TargetReply answer(ScriptedCall call) throws InterruptedException {
        var request = call.request(queueIds);
        var reply = hurried ? target.askAtOnce(request) : target.ask(request);
        for (var polls = 0; call.awaited() && polls < POLLS && isProcessing(reply); polls++) {
            target.pause().sleep(POLL_EVERY);
            reply = target.ask(request);
        }
        return reply;
    }

    private static boolean isProcessing(TargetReply reply) {
        return reply.ok() && reply.json().path("status").asText().equals("PROCESSING");
    }
}

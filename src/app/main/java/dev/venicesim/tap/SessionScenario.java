package dev.venicesim.tap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Operation;
import dev.venicesim.auth.SharedText;
import dev.venicesim.json.Json;
import dev.venicesim.pact.PactCall;
import dev.venicesim.tap.SeenJob.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Scenario in which a session goes as it went: jobs end as they ended after as many polls, media have the faces that
 * were asked about, and what the simulator would not answer by itself is answered by faults.
 */
final class SessionScenario {

    /** What the simulator says by itself when it is asked the same, since it is in the request. */
    private static final Set<Integer> IN_THE_REQUEST = Set.of(400, 404, 405, 413, 415);

    /** What is about the moment, not about the job. */
    private static final Set<Integer> OF_THE_MOMENT = Set.of(401, 402, 403, 429, 502, 503, 504);

    /** Of a prompt; a pattern has at most 500 characters, and each may need a backslash. */
    private static final int LONGEST_LITERAL = 200;

    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
    private static final Pattern MASK = Pattern.compile("(?:\\\\\\*){3}(?:\\\\@(?:\\\\\\*){3}|[0-9a-f]{8})?");
    private static final int RICH = 10_000;

    private final SharedText shared;
    private final Map<String, SeenJob> jobs = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Set<String> deleted = new TreeSet<>();
    private final Set<String> faces = new TreeSet<>();
    private final ArrayNode faults = Json.mapper().createArrayNode();

    private SessionScenario(SharedText shared) {
        this.shared = shared;
    }

    /**
     * The scenario.
     *
     * @param edition empty for that of whoever plays it
     */
    static JsonNode of(List<PactCall> calls, String edition, SharedText shared) {
        var session = new SessionScenario(shared);
        calls.forEach(session::hear);
        return shared.masked(session.write(edition));
    }

    private void hear(PactCall call) {
        var job = jobs.get(call.queueId());
        var subject = job == null ? Subject.of(call, shared) : job.subject();
        var label = call.operation().label();
        var nth = counts.merge(label + "\n" + subject.model() + "\n" + subject.prompt(), 1, Integer::sum);
        if (call.operation() == Operation.QUEUE && call.status() == 200) {
            jobs.put(call.answered().path("queue_id").asText(), new SeenJob(subject));
            return;
        }
        if (call.operation() == Operation.QUEUE && call.status() == 409) {
            media(call.asked());
            return;
        }
        if (call.operation() == Operation.RETRIEVE && job != null && !OF_THE_MOMENT.contains(call.status())) {
            hear(call, job);
            return;
        }
        if (call.operation() == Operation.COMPLETE && call.status() == 200) {
            deleted.add(call.queueId());
            return;
        }
        if (call.status() >= 400
                && !IN_THE_REQUEST.contains(call.status())
                && !call.operation().isOfLinks()) {
            fault(call, subject, nth);
        }
    }

    private void hear(PactCall call, SeenJob job) {
        if (!deleted.contains(call.queueId())) {
            job.heard(call);
        }
        if (call.isVideo() && call.asked().path("delete_media_on_completion").asBoolean()) {
            deleted.add(call.queueId());
        }
    }

    /** Media of a request, by their addresses or by the hash that the simulator knows their bytes by. */
    private void media(JsonNode asked) {
        if (asked.path("sha256").isTextual()) {
            faces.add("sha256:" + asked.path("sha256").asText());
        } else if (asked.isTextual() && asked.textValue().matches("https?://\\S+")) {
            faces.add(asked.textValue());
        } else {
            asked.properties().stream()
                    .filter(field ->
                            !field.getKey().contains("video") && !field.getKey().contains("audio"))
                    .forEach(field -> media(field.getValue()));
            if (asked.isArray()) {
                asked.forEach(this::media);
            }
        }
    }

    private void fault(PactCall call, Subject subject, int nth) {
        var rule = faults.addObject();
        var when = when(rule, subject).put("endpoint", call.operation().label()).put("nth", nth);
        if (call.model().isEmpty() && subject.model().isEmpty()) {
            when.remove("model");
        }
        var respond = rule.putObject("respond").put("status", call.status());
        if (call.answered().isContainerNode()) {
            respond.set("body", call.answered());
        }
        var wait = PactCall.header(call.entry().exchange().reply(), "Retry-After");
        if (!wait.isEmpty()) {
            respond.putObject("headers").put("Retry-After", wait);
        }
    }

    private static ObjectNode when(ObjectNode rule, Subject subject) {
        var when = rule.putObject("when");
        if (!subject.model().isEmpty()) {
            when.put("model", subject.model());
        }
        if (!subject.prompt().isEmpty()) {
            when.put("prompt", pattern(subject.prompt()));
        }
        return when;
    }

    /** The beginning of a prompt as an expression; what was masked may be anything. */
    private static String pattern(String prompt) {
        var whole = prompt.length() <= LONGEST_LITERAL;
        var literal = whole ? prompt : prompt.substring(0, LONGEST_LITERAL);
        var escaped = PUNCTUATION.matcher(literal).replaceAll("\\\\$0");
        return "^" + MASK.matcher(escaped).replaceAll(".*") + (whole ? "$" : "");
    }

    private ObjectNode write(String edition) {
        var json =
                Json.object().put("description", "A session that venice-sim tap recorded: " + jobs.size() + " jobs.");
        if (!edition.isEmpty()) {
            json.put("edition", edition);
        }
        json.put("balanceUsd", RICH).put("walletBalanceUsd", RICH).put("limits", "off");
        if (!faces.isEmpty()) {
            var seen = json.putObject("faces");
            faces.forEach(medium -> seen.putArray(medium).add("face"));
        }
        var rules = Json.mapper().createArrayNode();
        bySubject().forEach((subject, ofSubject) -> rules(subject, ofSubject, rules));
        if (!rules.isEmpty()) {
            json.set("jobs", rules);
        }
        if (!faults.isEmpty()) {
            json.set("faults", faults);
        }
        return json;
    }

    private Map<Subject, List<ObjectNode>> bySubject() {
        var grouped = new LinkedHashMap<Subject, List<ObjectNode>>();
        jobs.values()
                .forEach(job -> grouped.computeIfAbsent(job.subject(), subject -> new ArrayList<>())
                        .add(job.rule()));
        return grouped;
    }

    /** One rule where all jobs of a subject went the same way, else one for each by its number. */
    private static void rules(Subject subject, List<ObjectNode> jobs, ArrayNode rules) {
        var alike = jobs.stream().distinct().count() == 1;
        for (var nth = 1; nth <= (alike ? 1 : jobs.size()); nth++) {
            var says = jobs.get(nth - 1);
            if (!says.isEmpty()) {
                var rule = rules.addObject();
                var when = when(rule, subject);
                if (!alike) {
                    when.put("nth", nth);
                }
                rule.setAll(says);
            }
        }
    }
}

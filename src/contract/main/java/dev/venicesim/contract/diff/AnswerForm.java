package dev.venicesim.contract.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetReply;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Form of a reply to a single request in which a target's is held against a simulator's: as {@link ComparableReply} has it,
 * without what counts requests, and without what depends on the account or on models that only one of them has.
 */
final class AnswerForm {

    /** Headers that few replies have, each to the letter. */
    private static final List<String> RARE = List.of("sunset", "deprecation", "link", "content-encoding");

    /** Headers whose values are documented nowhere. */
    private static final List<String> OF_A_SIMULATOR =
            List.of("x-venice-model-router", "x-venice-model-deprecation-warning", "access-control-expose-headers");

    private static final List<String> PREFLIGHT =
            List.of("access-control-allow-origin", "access-control-allow-methods", "access-control-allow-headers");

    /** Headers that a limit, a copy or a deployment sets. */
    private static final Set<String> LEFT_OUT =
            Set.of("retry-after", "etag", "x-balance-remaining", "www-authenticate");

    private static final String DATA = "data";

    private final String ourUrl;
    private final String theirUrl;
    private final List<String> exact;
    private final List<String> ofPreflight;

    /**
     * @param isSimulator whether the target is one too
     */
    AnswerForm(String ourUrl, String theirUrl, boolean isSimulator) {
        this.ourUrl = ourUrl;
        this.theirUrl = theirUrl;
        this.exact = with(RARE, isSimulator ? OF_A_SIMULATOR : List.of());
        this.ofPreflight = with(PREFLIGHT, isSimulator ? List.of("access-control-max-age") : List.of());
    }

    private static List<String> with(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    List<ReplyDifference> differences(TargetRequest call, TargetReply ours, TargetReply theirs) {
        if (call.method().equals("OPTIONS")) {
            return preflight(ours, theirs);
        }
        var left = form(ours, ourUrl);
        var right = form(theirs, theirUrl);
        var isRead = ours.ok() && theirs.ok();
        if (isRead
                && call.path().startsWith("/models")
                && left.at("/body/data").isArray()
                && right.at("/body/data").isArray()) {
            dated(left, ours);
            dated(right, theirs);
            withShared(left, right);
        } else if (isTable(ours) && isTable(theirs)) {
            left.put("body", "<CSV>");
            right.put("body", "<CSV>");
        } else if (isRead && call.path().matches("/(models|billing|api_keys)/.*")) {
            AccountForm.equalize(left, right);
        } else if (ours.status() == 402 && theirs.status() == 402) {
            offer(left);
            offer(right);
        }
        return statusFirst(ReplyDifference.between(left, right));
    }

    private static boolean isTable(TargetReply reply) {
        return reply.ok() && reply.header("content-type").orElse("").startsWith("text/csv");
    }

    private static List<ReplyDifference> statusFirst(List<ReplyDifference> found) {
        return found.stream()
                .sorted(Comparator.comparing(difference -> !difference.at().equals("/status")))
                .toList();
    }

    private ObjectNode form(TargetReply reply, String baseUrl) {
        var form = new ComparableReply(baseUrl).of(reply);
        var headers = (ObjectNode) form.path("headers");
        var names = new ArrayList<String>();
        headers.fieldNames().forEachRemaining(names::add);
        names.stream()
                .filter(name -> name.startsWith("x-ratelimit") || LEFT_OUT.contains(name))
                .forEach(headers::remove);
        exact.forEach(name -> reply.header(name).ifPresent(value -> headers.put(name, value)));
        reply.headers().keySet().stream()
                .filter(name -> name.startsWith("x-pagination"))
                .forEach(name -> headers.put(name, "<number>"));
        return form;
    }

    /** What a page of another origin may do: more is no difference. */
    private List<ReplyDifference> preflight(TargetReply ours, TargetReply theirs) {
        var found = new ArrayList<ReplyDifference>();
        if (ours.status() / 100 != theirs.status() / 100) {
            found.add(
                    new ReplyDifference("/status", Integer.toString(ours.status()), Integer.toString(theirs.status())));
        }
        for (var name : ofPreflight) {
            var wanted = ours.header(name).orElse("");
            var there = theirs.header(name).orElse("");
            if (!there.equals("*") && !words(there).containsAll(words(wanted))) {
                found.add(new ReplyDifference("/headers/" + name, wanted, there));
            }
        }
        return found;
    }

    private static List<String> words(String list) {
        return List.of(list.toUpperCase(Locale.ROOT).split("\\s*,\\s*"));
    }

    /** The models that both have, by id; what a list says when a model came is of the moment, but for its unit. */
    private static void withShared(ObjectNode left, ObjectNode right) {
        var ours = byId(left.at("/body/data"));
        var theirs = byId(right.at("/body/data"));
        var only = new ArrayList<String>();
        ours.fieldNames().forEachRemaining(id -> {
            if (!theirs.has(id)) {
                only.add(id);
            }
        });
        ours.remove(only);
        only.clear();
        theirs.fieldNames().forEachRemaining(id -> {
            if (!ours.has(id)) {
                only.add(id);
            }
        });
        theirs.remove(only);
        ((ObjectNode) left.path("body")).set(DATA, ours);
        ((ObjectNode) right.path("body")).set(DATA, theirs);
    }

    /** When a model came differs, and in which unit that is told does not. */
    private static void dated(ObjectNode form, TargetReply reply) {
        var raw = reply.json().path(DATA);
        var list = form.at("/body/data");
        for (var i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode model
                    && raw.path(i).path("created").isNumber()) {
                model.put("created", raw.path(i).path("created").asText().length() + " digits");
            }
        }
    }

    private static ObjectNode byId(JsonNode list) {
        var byId = Json.object();
        list.forEach(model -> byId.set(model.path("id").asText(), model));
        return byId;
    }

    /** Prices and addresses of an offer are looked at elsewhere. */
    private static void offer(ObjectNode form) {
        ((ObjectNode) form.path("headers")).remove("payment-required");
        var body = form.path("body");
        if (body instanceof ObjectNode members) {
            var named = Json.object();
            members.properties()
                    .forEach((Map.Entry<String, JsonNode> member) -> named.put(
                            member.getKey(),
                            member.getKey().equals("error") ? member.getValue().asText() : "<given>"));
            form.set("body", named);
        }
    }
}

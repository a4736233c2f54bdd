package dev.venicesim.journal;

import dev.venicesim.net.CredentialMask;
import dev.venicesim.wire.TraceParent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Line of the server's log about a request: a sentence for people, members for whoever reads logs as JSON.
 *
 * @param entry what the journal keeps of it
 * @param world the id of the world whose journal that is
 * @param label what that world's user calls it
 * @param queueId the job it made or was about
 * @param trace what it is part of, if its client says so
 * @param span its own place in a trace, if somebody traces
 */
public record LoggedRequest(
        RequestRecord entry,
        String world,
        Optional<String> label,
        Optional<String> queueId,
        Optional<TraceParent> trace,
        Optional<TraceParent> span) {

    /** What there is to say of it, by name, in the order in which it is told. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("world", world);
        label.ifPresent(text -> members.put("label", text));
        queueId.ifPresent(id -> members.put("queueId", id));
        entry.ray().ifPresent(ray -> members.put("ray", ray));
        members.put("operation", entry.endpoint());
        members.put("status", entry.status());
        members.put("micros", entry.micros());
        members.put("by", entry.by());
        if (!entry.sender().isEmpty()) {
            members.put("sender", entry.sender());
        }
        span.or(() -> trace).ifPresent(known -> members.put("traceId", known.traceId()));
        trace.ifPresent(parent -> members.put("parentSpanId", parent.parentId()));
        span.map(TraceParent::parentId).or(this::answeredUnder).ifPresent(id -> members.put("spanId", id));
        return members;
    }

    /** The id that its reply names, in its client's trace. */
    private Optional<String> answeredUnder() {
        var response = Optional.ofNullable(entry.exchange().reply().headers().get(TraceParent.RESPONSE));
        return trace.flatMap(parent -> response.flatMap(parent::spanId));
    }

    /** Its path and query, without credentials. */
    public String url() {
        var query = entry.exchange().query();
        return CredentialMask.maskUrl(query.isEmpty() ? entry.path() : entry.path() + "?" + query);
    }

    @Override
    public String toString() {
        var who = entry.sender().isEmpty() ? "nobody" : entry.sender();
        var micros = Long.toString(entry.micros() % 1000 + 1000).substring(1);
        return entry.method() + " " + url() + " " + entry.status() + " " + entry.micros() / 1000 + "." + micros
                + " ms sender=" + who + " world=" + world;
    }
}

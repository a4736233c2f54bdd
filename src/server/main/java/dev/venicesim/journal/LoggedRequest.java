package dev.venicesim.journal;

import dev.venicesim.auth.CredentialMask;
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
 */
public record LoggedRequest(
        RequestRecord entry,
        String world,
        Optional<String> label,
        Optional<String> queueId,
        Optional<TraceParent> trace) {

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
        trace.ifPresent(parent -> {
            members.put("traceId", parent.traceId());
            members.put("parentSpanId", parent.parentId());
            Optional.ofNullable(entry.exchange().reply().headers().get(TraceParent.RESPONSE))
                    .flatMap(parent::spanId)
                    .ifPresent(spanId -> members.put("spanId", spanId));
        });
        return members;
    }

    @Override
    public String toString() {
        var query = entry.exchange().query();
        var url = CredentialMask.maskUrl(query.isEmpty() ? entry.path() : entry.path() + "?" + query);
        var who = entry.sender().isEmpty() ? "nobody" : entry.sender();
        var micros = Long.toString(entry.micros() % 1000 + 1000).substring(1);
        return entry.method() + " " + url + " " + entry.status() + " " + entry.micros() / 1000 + "." + micros
                + " ms sender=" + who + " world=" + world;
    }
}

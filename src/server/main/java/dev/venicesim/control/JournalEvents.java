package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.event.EventLog;
import dev.venicesim.journal.JournalListener;
import dev.venicesim.journal.RequestJson;
import dev.venicesim.journal.RequestRecord;
import dev.venicesim.journal.finding.ClientFinding;
import dev.venicesim.json.Json;

/**
 * Listener that tells of requests and findings as events.
 *
 * @param events where they are told
 */
public record JournalEvents(EventLog events) implements JournalListener {

    @Override
    public boolean awake() {
        return events.awake();
    }

    @Override
    public void added(String world, RequestRecord entry) {
        var line = entry.withoutBodies();
        events.publish("request", world, () -> RequestJson.line(line));
    }

    @Override
    public void found(String world, ClientFinding finding) {
        events.publish("finding", world, () -> json(finding));
    }

    private static ObjectNode json(ClientFinding finding) {
        var json = Json.object()
                .put("rule", finding.rule())
                .put("severity", finding.severity().label())
                .put("costUsd", finding.cost().number())
                .put("says", finding.says());
        var requests = json.putArray("requests");
        finding.requests().forEach(requests::add);
        return json;
    }
}

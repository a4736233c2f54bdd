package dev.venicesim.pipeline;

import dev.venicesim.api.Operation;
import dev.venicesim.journal.LoggedRequest;
import dev.venicesim.wire.RequestSpan;
import java.util.LinkedHashMap;

/**
 * Description of a request for its span, of what the log says of it: by OpenTelemetry's names for HTTP, and by names of
 * ours for what other servers have not.
 */
final class SpanDescription {

    private static final String OWN = "venice_sim.";

    private SpanDescription() {}

    static RequestSpan.Description of(Exchange exchange, LoggedRequest logged) {
        var entry = logged.entry();
        var url = logged.url().split("\\?", 2);
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("url.path", url[0]);
        if (url.length > 1) {
            attributes.put("url.query", url[1]);
        }
        var route = exchange.incoming().operation().map(Operation::path);
        attributes.put(OWN + "operation", entry.endpoint());
        attributes.put(OWN + "answered_by", entry.by());
        attributes.put(OWN + "world", logged.world());
        logged.label().ifPresent(label -> attributes.put(OWN + "label", label));
        if (!entry.sender().isEmpty()) {
            attributes.put(OWN + "sender", entry.sender());
        }
        logged.queueId().ifPresent(id -> attributes.put(OWN + "queue_id", id));
        entry.ray().ifPresent(ray -> attributes.put(OWN + "cf_ray", ray));
        exchange.fault()
                .ifPresent(
                        strike -> attributes.put(OWN + "fault", strike.fault().label()));
        return new RequestSpan.Description(route, attributes);
    }
}

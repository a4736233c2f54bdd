package dev.venicesim.control;

import dev.venicesim.metric.MetricText;
import dev.venicesim.wire.Reply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Metrics of what the simulator holds and has done since its process began, in Prometheus' text format. Counted as it
 * happens, so that a scrape costs the same however much there is.
 */
final class Metrics {

    private final ControlContext context;

    Metrics(ControlContext context) {
        this.context = context;
    }

    Reply show() {
        var text = new MetricText();
        server(text);
        traffic(text);
        money(text);
        store(text);
        return Reply.bytes(200, MetricText.TYPE, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void server(MetricText text) {
        var edition = context.defaults().behaviour().edition().id();
        var runtime = Runtime.getRuntime();
        text.gauge("info", "The simulator's version and the edition it serves unless a world says otherwise.")
                .value(labels("version", context.version(), "edition", edition), 1);
        text.gauge("worlds", "Worlds that have a credential.")
                .value(Map.of(), context.services().worlds().count());
        text.gauge("event_listeners", "Pages and scripts that listen to events.")
                .value(Map.of(), context.live().events().listeners());
        text.gauge("heap_used_bytes", "Heap in use.").value(Map.of(), runtime.totalMemory() - runtime.freeMemory());
        text.gauge("heap_max_bytes", "The heap's limit.").value(Map.of(), runtime.maxMemory());
    }

    private void traffic(MetricText text) {
        var meter = context.services().journals().meter();
        var requests = text.counter(
                "requests_total",
                "Requests to the simulated API, by operation, status (0 where the client gets none), and who answered.");
        meter.requests()
                .counts()
                .forEach((answered, count) -> requests.value(
                        labels(
                                "operation",
                                answered.operation(),
                                "status",
                                Integer.toString(answered.status()),
                                "cause",
                                answered.cause()),
                        count));
        var durations = text.histogram(
                "request_duration_seconds",
                "Time from the arrival of a request's body to the start of its reply, without what a fault delays the"
                        + " reply itself.");
        meter.durations()
                .forEach((operation, histogram) ->
                        durations.histogram(labels("operation", operation), histogram.read()));
        var jobs = text.counter(
                "jobs_total", "Jobs that were accepted, by the outcome that was decided when they were queued.");
        meter.jobs().counts().forEach((outcome, count) -> jobs.value(labels("outcome", outcome), count));
        var faults = text.counter("faults_total", "Requests that a fault struck, by fault.");
        meter.faults().counts().forEach((fault, count) -> faults.value(labels("fault", fault), count));
        var findings = text.counter(
                "findings_total", "Findings that a request showed, by rule; what only time shows is not counted.");
        meter.findings()
                .counts()
                .forEach((found, count) ->
                        findings.value(labels("rule", found.rule(), "severity", found.severity()), count));
    }

    private void money(MetricText text) {
        var accounts = context.services().accounts();
        var cost = text.gauge("cost_usd", "What jobs would have cost in production, by model; refunds take from it.");
        accounts.metered().byModel().forEach((model, usd) -> cost.value(labels("model", model), usd.number()));
        var moved = text.counter(
                "ledger_usd_total",
                "Dollars that entries of ledgers moved, up or down, by type; a DIEM counts as one.");
        accounts.moved()
                .forEach((type, usd) -> moved.value(
                        labels("type", type.name().toLowerCase(Locale.ROOT)),
                        BigDecimal.valueOf(usd).setScale(6, RoundingMode.HALF_UP)));
    }

    private void store(MetricText text) {
        var storage = context.storage();
        text.gauge("store_up", "1 while the store keeps what is changed, 0 while it cannot.")
                .value(Map.of(), storage.ready().getAsBoolean() ? 1 : 0);
        text.histogram(
                        "store_wait_duration_seconds",
                        "Time that replies waited until the store had kept what they tell; none in memory.")
                .histogram(Map.of(), storage.meter().waits().read());
        text.counter("store_failures_total", "Replies that became 503, since the store could not keep what they tell.")
                .value(Map.of(), storage.meter().failures());
    }

    /** Names and values in turn. */
    private static Map<String, String> labels(String... namesAndValues) {
        var labels = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            labels.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return labels;
    }
}

package dev.venicesim.control;

import dev.venicesim.jobs.JobJson;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Store;
import dev.venicesim.world.World;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the simulator holds and has done, in Prometheus' text format. Counted when it is asked for, so that no request pays for it. */
final class Metrics {

    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final ControlDesk desk;

    Metrics(ControlDesk desk) {
        this.desk = desk;
    }

    Reply show() {
        var worlds = desk.worlds().all();
        var edition = desk.defaults().behaviour().edition().id();
        var runtime = Runtime.getRuntime();
        var text = new StringBuilder();
        head(text, "info", "gauge", "The simulator's version and the edition it serves unless a world says otherwise.");
        line(text, "info", "{version=\"" + desk.version() + "\",edition=\"" + edition + "\"}", BigDecimal.ONE);
        head(text, "worlds", "gauge", "Worlds that have a credential.");
        line(text, "worlds", "", BigDecimal.valueOf(worlds.size()));
        head(text, "requests_total", "counter", "Requests that journals took down, of worlds that are gone too.");
        line(text, "requests_total", "", BigDecimal.valueOf(desk.journals().total()));
        head(text, "jobs", "gauge", "Jobs kept, by state.");
        jobs(worlds)
                .forEach((state, count) -> line(text, "jobs", "{state=\"" + state + "\"}", BigDecimal.valueOf(count)));
        head(
                text,
                "cost_usd",
                "gauge",
                "What everything would have cost in production, by model; refunds take from it.");
        desk.accounts()
                .costs(worlds)
                .byModel()
                .forEach((model, cost) -> line(text, "cost_usd", "{model=\"" + escaped(model) + "\"}", cost.number()));
        head(text, "heap_used_bytes", "gauge", "Heap in use.");
        line(text, "heap_used_bytes", "", BigDecimal.valueOf(runtime.totalMemory() - runtime.freeMemory()));
        head(text, "heap_max_bytes", "gauge", "The heap's limit.");
        line(text, "heap_max_bytes", "", BigDecimal.valueOf(runtime.maxMemory()));
        return Reply.bytes(200, TYPE, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Integer> jobs(List<World> worlds) {
        var counts = new TreeMap<String, Integer>();
        JobJson.STATES.forEach(state -> counts.put(state, 0));
        for (var world : worlds) {
            var now = world.now();
            world.list(Kinds.JOB, Store.Page.ALL)
                    .forEach(job -> counts.merge(JobJson.state(job.at(now)), 1, Integer::sum));
        }
        return counts;
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP venice_sim_").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE venice_sim_").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String name, String labels, BigDecimal value) {
        text.append("venice_sim_").append(name).append(labels).append(' ');
        text.append(value.toPlainString()).append('\n');
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}

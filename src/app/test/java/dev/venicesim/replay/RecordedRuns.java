package dev.venicesim.replay;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.run.RunFile;
import java.util.ArrayList;
import java.util.List;

/** Runs of a client that does what numbers say, recorded in a world of its own. */
final class RecordedRuns {

    private static final int KINDS = 10;
    private static final List<String> MODELS = List.of(
            "wan-2.6-text-to-video",
            "kling-2.6-pro-text-to-video",
            "ltx-2-fast-text-to-video",
            "grok-imagine-text-to-video-private",
            "sora-2-text-to-video",
            "no-such-model");
    private static final List<String> DURATIONS = List.of("5s", "6s", "8s", "10s");

    private final Http api;
    private final Http control;
    private final List<String> tickets = new ArrayList<>();

    private RecordedRuns(Sim sim, String key) {
        this.api = sim.api(key);
        this.control = new Http(sim.simulator().origin() + "/__sim/worlds/" + key);
    }

    /** The file of a run. */
    static byte[] record(Sim sim, String key, long seed, List<Integer> steps) {
        sim.control().put("/worlds/" + key, """
                {"clock":{"at":"2026-11-23T10:00:00Z","frozen":true},"jobTime":"40s","seed":%d}""".formatted(seed));
        var run = new RecordedRuns(sim, key);
        steps.forEach(run::step);
        return run.control.get("/run").bytes();
    }

    static RunFile recorded(Sim sim, String key, List<Integer> steps) {
        return RunFile.read(record(sim, key, 7, steps));
    }

    private void step(int number) {
        switch (number % KINDS) {
            case 0, 1, 2 -> queue(body(number));
            case 3 -> queue(Requests.wan("[sim:refused] a boat"));
            case 4 -> api.post("/video/quote", body(number));
            case 5, 6 -> api.post("/video/retrieve", ticket(number));
            case 7 -> api.post("/video/complete", ticket(number));
            case 8 -> control.patch("/clock", "{\"advance\":\"" + (20 + number % 30) + "s\"}");
            default -> control.patch("/account", "{\"addUsd\":0.25}");
        }
    }

    private static String body(int number) {
        return Requests.wan("a boat " + number)
                .replace("wan-2.6-text-to-video", MODELS.get(number / KINDS % MODELS.size()))
                .replace("\"5s\"", "\"" + DURATIONS.get(number / 7 % DURATIONS.size()) + "\"");
    }

    private String ticket(int number) {
        return tickets.isEmpty()
                ? "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"none\"}"
                : tickets.get(number % tickets.size());
    }

    private void queue(String body) {
        var answer = api.post("/video/queue", body);
        if (answer.status() == 200) {
            tickets.add(Requests.ticket(answer));
        }
    }
}

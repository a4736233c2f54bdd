package dev.venicesim.acceptance.store;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a client and a test do to a world, a number a step: the same numbers do the same to another world. */
final class WorldSteps {

    private static final int KINDS = 14;
    private static final String FACE = "https://media.example.com/face-1280x720.png";

    private final Sim sim;
    private final String key;
    private final Http api;
    private final Http control;
    private final List<String> tickets = new ArrayList<>();
    private final List<String> links = new ArrayList<>();

    WorldSteps(Sim sim, String key) {
        this.sim = sim;
        this.key = key;
        this.api = sim.api(key);
        this.control = new Http(sim.simulator().origin() + "/__sim/worlds/" + key);
    }

    /** The same client before a world that was made of a snapshot of this one, and has links of its own. */
    WorldSteps before(Sim other, String otherKey, Http.Answer restored) {
        var same = new WorldSteps(other, otherKey);
        same.tickets.addAll(tickets);
        var addresses = restored.json().path("links");
        tickets.forEach(ticket -> addresses.properties().forEach(link -> {
            if (ticket.contains(link.getKey())) {
                same.links.add(URI.create(link.getValue().asText()).getPath());
            }
        }));
        return same;
    }

    String key() {
        return key;
    }

    Http control() {
        return control;
    }

    void declare(int number) {
        var scenarios = List.of("happy", "provider-refuses", "stuck-job", "needs-consent", "slow", "link-expires");
        sim.control()
                .put(
                        "/worlds/" + key,
                        "{\"clock\":{\"at\":\"2026-11-23T10:00:00Z\",\"frozen\":true},\"seed\":" + number
                                + ",\"balanceUsd\":" + (number % 7) + ",\"limits\":" + (number % 3 > 0)
                                + ",\"scenario\":\"" + scenarios.get(number % scenarios.size()) + "\",\"label\":\"w"
                                + number + "\"}");
    }

    /** What answered: its status, and its body if that names no id that is drawn anew. */
    String step(int number) {
        var answer = switch (number % KINDS) {
            case 0, 1 -> queued(Requests.wan("a boat " + number));
            case 2 -> queued(Requests.PRIVATE_GROK);
            case 3 -> queued(Requests.wan("[sim:refused] a boat"));
            case 4 -> queued("{\"model\":\"wan-2.6-text-to-video\"}");
            case 5, 6 -> api.post("/video/retrieve", ticket(number));
            case 7 -> api.post("/video/complete", ticket(number));
            case 8, 9 -> control.patch("/clock", "{\"advance\":\"" + (1 + number % 100) + "s\"}");
            case 10 -> control.patch("/account", "{\"addUsd\":0.25}");
            case 11 -> control.put("/faces", "{\"" + FACE + "\":[\"face\"]}");
            case 12 -> control.put("/media", "{\"" + FACE + "\":{\"width\":640,\"height\":" + (360 + number) + "}}");
            default -> links.isEmpty() ? control.get("/jobs") : sim.root().get(links.get(number % links.size()));
        };
        var video = answer.header("Content-Type").startsWith("video");
        return answer.status() + (video ? " " + answer.bytes().length : drawn(number) ? "" : " " + answer.text());
    }

    private static boolean drawn(int number) {
        return number % KINDS < 5;
    }

    private String ticket(int number) {
        return tickets.isEmpty()
                ? "{\"model\":\"wan-2.6-text-to-video\",\"queue_id\":\"none\"}"
                : tickets.get(number % tickets.size());
    }

    private Http.Answer queued(String body) {
        var answer = api.post("/video/queue", body);
        if (answer.status() == 200) {
            tickets.add(Requests.ticket(answer));
            if (answer.json().has("download_url")) {
                links.add(
                        URI.create(answer.json().path("download_url").asText()).getPath());
            }
        }
        return answer;
    }
}

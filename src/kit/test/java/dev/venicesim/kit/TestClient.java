package dev.venicesim.kit;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import dev.venicesim.kit.client.VeniceWorld;

/** A client of the video API as a team would write it, for tests of the kit. */
public final class TestClient {

    private final Http http;

    public TestClient(VeniceWorld world) {
        this(world.baseUrl(), world.apiKey());
    }

    public TestClient(String baseUrl, String apiKey) {
        this.http = new Http(baseUrl).with("Authorization", "Bearer " + apiKey);
    }

    /** Queues a video of 0.55 USD and returns the body of retrieve for it. */
    public String queue() {
        return queue("a gondola");
    }

    public String queue(String prompt) {
        return Requests.ticket(post("/video/queue", Requests.wan(prompt)));
    }

    public Http.Answer post(String path, String json) {
        return http.post(path, json);
    }

    public Http.Answer retrieve(String ticket) {
        return post("/video/retrieve", ticket);
    }

    /** Asks until the file is there, at most ten times. */
    public byte[] file(String ticket) {
        for (var poll = 0; poll < 10; poll++) {
            var answer = retrieve(ticket);
            if (answer.header("Content-Type").equals("video/mp4")) {
                return answer.bytes();
            }
        }
        throw new AssertionError("no file after ten polls");
    }
}

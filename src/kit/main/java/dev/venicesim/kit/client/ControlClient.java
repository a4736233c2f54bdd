package dev.venicesim.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import dev.venicesim.kit.client.ControlTransport.Answer;
import dev.venicesim.kit.client.ControlTransport.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Calls of the control API: JSON in, JSON out, problem details as exceptions. What changes something reaches a simulator
 * in this JVM without a connection; what asks goes over HTTP, behind what clients have sent.
 */
final class ControlClient {

    private final HttpTransport http;
    private final Optional<ControlTransport> direct;
    private final Optional<String> adminToken;

    private ControlClient(HttpTransport http, Optional<ControlTransport> direct, Optional<String> adminToken) {
        this.http = http;
        this.direct = direct;
        this.adminToken = adminToken;
    }

    /**
     * Calls to one simulator.
     *
     * @param origin scheme and authority
     */
    static ControlClient of(String origin) {
        return new ControlClient(HttpTransport.of(origin), Optional.empty(), Optional.empty());
    }

    /** The same simulator, changed by another way. */
    ControlClient changedBy(ControlTransport transport) {
        return new ControlClient(http, Optional.of(transport), adminToken);
    }

    ControlClient withToken(String token) {
        return new ControlClient(http, direct, Optional.of(token));
    }

    ControlClient trusting(SSLContext context) {
        return new ControlClient(http.trusting(context), direct, adminToken);
    }

    JsonNode get(String path) {
        return read(http, call("GET", path));
    }

    /** What a call answers, as it is: it may have more values than a reply of another kind. */
    String text(String path) {
        return new String(answered(http, call("GET", path)).body(), StandardCharsets.UTF_8);
    }

    JsonNode send(String method, String path, JsonNode body) {
        return change(new Call(method, path, adminToken, Optional.of("application/json"), Json.bytes(body)));
    }

    JsonNode sendYaml(String method, String path, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return change(new Call(method, path, adminToken, Optional.of("application/yaml"), bytes));
    }

    void delete(String path) {
        change(call("DELETE", path));
    }

    private Call call(String method, String path) {
        return new Call(method, path, adminToken, Optional.empty(), new byte[0]);
    }

    private JsonNode change(Call call) {
        return read(direct.isPresent() ? direct.get() : http, call);
    }

    private static JsonNode read(ControlTransport transport, Call call) {
        var answer = answered(transport, call);
        try {
            return answer.body().length == 0 ? Json.object() : Json.read(answer.body());
        } catch (IOException e) {
            throw new ControlException(
                    call.shown() + " did not answer JSON; is the base URL that of a Venice simulator?", e);
        }
    }

    private static Answer answered(ControlTransport transport, Call call) {
        var answer = transport.send(call);
        if (answer.status() >= 300) {
            throw new ControlException(call.shown(), answer.status(), detail(answer));
        }
        return answer;
    }

    private static String detail(Answer answer) {
        try {
            return Json.read(answer.body()).path("detail").asText();
        } catch (IOException e) {
            return new String(answer.body(), StandardCharsets.UTF_8);
        }
    }
}

package dev.venicesim.bench;

import dev.venicesim.wire.Paths;
import dev.venicesim.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as clients of the API send it, without a server in between. */
public record CannedRequest(String method, String path, Map<String, String> headers, byte[] body) implements Request {

    /** A {@code POST} of JSON with a key. */
    public static CannedRequest post(String path, String key, String json) {
        var headers = Map.of(
                "Authorization", "Bearer " + key,
                "Content-Type", "application/json",
                "User-Agent", "bench",
                "Host", "127.0.0.1:8080");
        return new CannedRequest("POST", path, headers, json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String query() {
        return "";
    }

    @Override
    public Optional<String> parameter(String name) {
        return Paths.parameter(query(), name);
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public List<String> headerValues(String name) {
        return header(name).map(List::of).orElse(List.of());
    }

    @Override
    public String remoteAddress() {
        return "127.0.0.1";
    }

    @Override
    public void whenAnswered(Runnable done) {}

    @Override
    public void whenGone(Runnable gone) {}

    @Override
    public String origin() {
        return "http://127.0.0.1:8080";
    }
}

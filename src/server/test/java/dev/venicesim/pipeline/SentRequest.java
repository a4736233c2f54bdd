package dev.venicesim.pipeline;

import dev.venicesim.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request without a server in between. */
record SentRequest(String method, String path, Map<String, String> headers, byte[] body) implements Request {

    static SentRequest of(String method, String path) {
        return new SentRequest(method, path, Map.of("Authorization", "Bearer one"), new byte[0]);
    }

    @Override
    public String query() {
        return "";
    }

    @Override
    public Optional<String> parameter(String name) {
        return Optional.empty();
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
        return "192.0.2.1";
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

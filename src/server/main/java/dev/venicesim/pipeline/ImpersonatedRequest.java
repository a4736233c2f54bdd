package dev.venicesim.pipeline;

import dev.venicesim.json.SlicedJson;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RequestSpan;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request whose key, if it has one, is another. */
record ImpersonatedRequest(Request sent, String apiKey) implements Request {

    private static final String AUTHORIZATION = "Authorization";

    @Override
    public Optional<String> header(String name) {
        var value = sent.header(name);
        return name.equalsIgnoreCase(AUTHORIZATION) ? value.map(own -> bearer()) : value;
    }

    @Override
    public List<String> headerValues(String name) {
        var values = sent.headerValues(name);
        return name.equalsIgnoreCase(AUTHORIZATION) && !values.isEmpty() ? List.of(bearer()) : values;
    }

    @Override
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<>(sent.headers());
        headers.replaceAll((name, value) -> name.equalsIgnoreCase(AUTHORIZATION) ? bearer() : value);
        return headers;
    }

    private String bearer() {
        return "Bearer " + apiKey;
    }

    @Override
    public String method() {
        return sent.method();
    }

    @Override
    public String path() {
        return sent.path();
    }

    @Override
    public String query() {
        return sent.query();
    }

    @Override
    public Optional<String> parameter(String name) {
        return sent.parameter(name);
    }

    @Override
    public byte[] body() {
        return sent.body();
    }

    @Override
    public SlicedJson json() throws IOException {
        return sent.json();
    }

    @Override
    public RequestSpan span() {
        return sent.span();
    }

    @Override
    public String remoteAddress() {
        return sent.remoteAddress();
    }

    @Override
    public void whenAnswered(Runnable done) {
        sent.whenAnswered(done);
    }

    @Override
    public void whenGone(Runnable gone) {
        sent.whenGone(gone);
    }

    @Override
    public String origin() {
        return sent.origin();
    }
}

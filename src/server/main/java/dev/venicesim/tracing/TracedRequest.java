package dev.venicesim.tracing;

import dev.venicesim.json.SlicedJson;
import dev.venicesim.wire.Request;
import dev.venicesim.wire.RequestSpan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request that has a span. */
record TracedRequest(Request sent, RequestSpan span) implements Request {

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
    public Optional<String> header(String name) {
        return sent.header(name);
    }

    @Override
    public List<String> headerValues(String name) {
        return sent.headerValues(name);
    }

    @Override
    public Map<String, String> headers() {
        return sent.headers();
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

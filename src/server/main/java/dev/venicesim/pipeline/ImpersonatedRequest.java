package dev.venicesim.pipeline;

import dev.venicesim.wire.ForwardingRequest;
import dev.venicesim.wire.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request whose key, if it has one, is another. */
record ImpersonatedRequest(Request sent, String apiKey) implements ForwardingRequest {

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
}

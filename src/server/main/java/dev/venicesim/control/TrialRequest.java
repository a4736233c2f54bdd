package dev.venicesim.control;

import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Paths;
import dev.venicesim.wire.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Request that nobody sent: what a client would send, as the caller of the control API describes it.
 *
 * @param asked the call that describes it, from the same address and to the same server
 * @param headers by names in lower case
 */
record TrialRequest(Request asked, String method, String path, String query, Map<String, String> headers, byte[] body)
        implements Request {

    static TrialRequest of(Request asked, String method, String target, Headers headers, byte[] body) {
        var cut = target.indexOf('?');
        var path = cut < 0 ? target : target.substring(0, cut);
        var query = cut < 0 ? "" : target.substring(cut + 1);
        return new TrialRequest(asked, method, path, query, headers, body);
    }

    @Override
    public Optional<String> parameter(String name) {
        return Paths.parameter(query, name);
    }

    @Override
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @Override
    public List<String> headerValues(String name) {
        return header(name).map(List::of).orElse(List.of());
    }

    @Override
    public String remoteAddress() {
        return asked.remoteAddress();
    }

    /** Nothing is under way. */
    @Override
    public void whenAnswered(Runnable done) {}

    /** Nobody waits who could hang up. */
    @Override
    public void whenGone(Runnable gone) {}

    @Override
    public String origin() {
        return asked.origin();
    }
}

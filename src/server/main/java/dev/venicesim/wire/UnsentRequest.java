package dev.venicesim.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Request that came over no connection: one that is only tried, or a call from within the JVM.
 *
 * @param origin scheme and authority it would be addressed to
 * @param path as a client sends it, without the query string
 * @param query without its question mark
 * @param headers by name, each once
 */
public record UnsentRequest(
        String origin,
        String remoteAddress,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        byte[] body)
        implements Request {

    /**
     * A request to a server.
     *
     * @param target path and query string
     */
    public static UnsentRequest of(
            String origin, String remoteAddress, String method, String target, Headers headers, byte[] body) {
        var cut = target.indexOf('?');
        var path = cut < 0 ? target : target.substring(0, cut);
        var query = cut < 0 ? "" : target.substring(cut + 1);
        return new UnsentRequest(origin, remoteAddress, method, path, query, headers, body);
    }

    @Override
    public Optional<String> parameter(String name) {
        return Paths.parameter(query, name);
    }

    @Override
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    @Override
    public List<String> headerValues(String name) {
        return header(name).map(List::of).orElse(List.of());
    }

    /** Nothing is under way. */
    @Override
    public void whenAnswered(Runnable done) {}

    /** Nobody waits who could hang up. */
    @Override
    public void whenGone(Runnable gone) {}
}

package dev.venicesim.http;

import dev.venicesim.wire.Paths;
import dev.venicesim.wire.Request;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request read from an exchange; valid until its reply has been sent. */
final class UndertowRequest implements Request {

    private final HttpServerExchange exchange;
    private final byte[] body;
    private final Addressing addressing;

    /**
     * How the simulator learns where it is and who calls.
     *
     * @param publicUrl where clients reach the simulator, if it was told
     * @param trustForwarded whether {@code X-Forwarded-*} headers of a proxy are believed
     */
    record Addressing(Optional<String> publicUrl, boolean trustForwarded) {}

    UndertowRequest(HttpServerExchange exchange, byte[] body, Addressing addressing) {
        this.exchange = exchange;
        this.body = body;
        this.addressing = addressing;
    }

    @Override
    public String method() {
        return exchange.getRequestMethod().toString();
    }

    @Override
    public String path() {
        return exchange.getRequestPath();
    }

    @Override
    public String query() {
        return exchange.getQueryString();
    }

    @Override
    public Optional<String> parameter(String name) {
        return Paths.parameter(exchange.getQueryString(), name);
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public List<String> headerValues(String name) {
        var values = exchange.getRequestHeaders().get(name);
        return values == null ? List.of() : List.copyOf(values);
    }

    @Override
    public Map<String, String> headers() {
        var all = new LinkedHashMap<String, String>();
        for (var values : exchange.getRequestHeaders()) {
            all.put(values.getHeaderName().toString(), values.getFirst());
        }
        return all;
    }

    @Override
    public byte[] body() {
        return body;
    }

    @Override
    public String remoteAddress() {
        if (addressing.trustForwarded()) {
            var forwarded = exchange.getRequestHeaders().getFirst(Headers.X_FORWARDED_FOR);
            if (forwarded != null) {
                return forwarded.split(",", 2)[0].strip();
            }
        }
        var address = exchange.getSourceAddress().getAddress();
        return address == null ? exchange.getSourceAddress().getHostString() : address.getHostAddress();
    }

    @Override
    public void whenAnswered(Runnable done) {
        exchange.addExchangeCompleteListener((ended, next) -> {
            done.run();
            next.proceed();
        });
    }

    @Override
    public void whenGone(Runnable gone) {
        Departure.watch(exchange, gone);
    }

    @Override
    public String origin() {
        return addressing.publicUrl().orElseGet(() -> scheme() + "://" + host());
    }

    private String scheme() {
        var forwarded =
                addressing.trustForwarded() ? exchange.getRequestHeaders().getFirst(Headers.X_FORWARDED_PROTO) : null;
        return forwarded == null ? exchange.getRequestScheme() : forwarded;
    }

    private String host() {
        var forwarded =
                addressing.trustForwarded() ? exchange.getRequestHeaders().getFirst(Headers.X_FORWARDED_HOST) : null;
        return forwarded == null ? exchange.getHostAndPort() : forwarded;
    }
}

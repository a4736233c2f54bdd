package dev.venicesim.http;

import dev.venicesim.json.SlicedJson;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Paths;
import dev.venicesim.wire.Request;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request read from an exchange; valid until its reply has been sent. */
final class UndertowRequest implements Request {

    private final HttpServerExchange exchange;
    private final byte[] body;
    private final Addressing addressing;
    private final HeaderNames names;
    private @Nullable SlicedJson json;
    private @Nullable IOException notJson;

    /**
     * How the simulator learns where it is and who calls.
     *
     * @param publicUrl where clients reach the simulator, if it was told
     * @param trustForwarded whether {@code X-Forwarded-*} headers of a proxy are believed
     */
    record Addressing(Optional<String> publicUrl, boolean trustForwarded) {}

    UndertowRequest(HttpServerExchange exchange, byte[] body, Addressing addressing, HeaderNames names) {
        this.exchange = exchange;
        this.body = body;
        this.addressing = addressing;
        this.names = names;
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
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(names.of(name)));
    }

    @Override
    public List<String> headerValues(String name) {
        var values = exchange.getRequestHeaders().get(names.of(name));
        if (values == null) {
            return List.of();
        }
        return values.size() == 1 ? List.of(values.getFirst()) : List.copyOf(values);
    }

    @Override
    public Map<String, String> headers() {
        var sent = exchange.getRequestHeaders();
        var all = new ArrayList<String>(2 * sent.size());
        for (var values : sent) {
            all.add(values.getHeaderName().toString());
            all.add(values.getFirst());
        }
        return Headers.of(all.toArray(String[]::new));
    }

    @Override
    public byte[] body() {
        return body;
    }

    /** Threads take turns at a request and never share it. */
    @Override
    public SlicedJson json() throws IOException {
        if (notJson != null) {
            throw notJson;
        }
        if (json == null) {
            try {
                json = SlicedJson.read(body);
            } catch (IOException e) {
                notJson = e;
                throw e;
            }
        }
        return json;
    }

    @Override
    public String remoteAddress() {
        if (addressing.trustForwarded()) {
            var forwarded = exchange.getRequestHeaders().getFirst(io.undertow.util.Headers.X_FORWARDED_FOR);
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
        DisconnectListener.watch(exchange, gone);
    }

    @Override
    public String origin() {
        return addressing.publicUrl().orElseGet(() -> scheme() + "://" + host());
    }

    private String scheme() {
        var forwarded = addressing.trustForwarded()
                ? exchange.getRequestHeaders().getFirst(io.undertow.util.Headers.X_FORWARDED_PROTO)
                : null;
        return forwarded == null ? exchange.getRequestScheme() : forwarded;
    }

    private String host() {
        var forwarded = addressing.trustForwarded()
                ? exchange.getRequestHeaders().getFirst(io.undertow.util.Headers.X_FORWARDED_HOST)
                : null;
        return forwarded == null ? exchange.getHostAndPort() : forwarded;
    }
}

package dev.venicesim.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.xnio.IoUtils;

/** A request whose body is still to be read, and its reply, whose body is written piece by piece. */
public final class StreamedExchange {

    /** Length of a body that is known when it ends. */
    public static final long UNKNOWN = -1;

    private final HttpServerExchange exchange;

    StreamedExchange(HttpServerExchange exchange) {
        this.exchange = exchange;
    }

    public String method() {
        return exchange.getRequestMethod().toString();
    }

    /** What was asked for, as it was written: a path with its query, or whatever else the client took for one. */
    public String target() {
        var query = exchange.getQueryString();
        return exchange.getRequestURI() + (query.isEmpty() ? "" : "?" + query);
    }

    /** Names and values in the order in which they came. */
    public List<Map.Entry<String, String>> headers() {
        var headers = new ArrayList<Map.Entry<String, String>>();
        for (var values : exchange.getRequestHeaders()) {
            values.forEach(value -> headers.add(Map.entry(values.getHeaderName().toString(), value)));
        }
        return headers;
    }

    /** How many bytes the body has; 0 if there is none. */
    public long length() {
        if (exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING)) {
            return UNKNOWN;
        }
        return Math.max(0, exchange.getRequestContentLength());
    }

    public InputStream body() {
        return exchange.getInputStream();
    }

    /**
     * Begins the reply.
     *
     * @param length of its body, or {@link #UNKNOWN}
     */
    public OutputStream reply(int status, List<Map.Entry<String, String>> headers, long length) {
        exchange.setStatusCode(status);
        headers.forEach(
                header -> exchange.getResponseHeaders().add(new HttpString(header.getKey()), header.getValue()));
        if (length != UNKNOWN) {
            exchange.setResponseContentLength(length);
        }
        return exchange.getOutputStream();
    }

    /** Ends the connection, so that a reply that is not whole is not taken for a whole one. */
    public void breakOff() {
        IoUtils.safeClose(exchange.getConnection());
    }

    /** Whether the client may be told something yet. */
    public boolean isUnanswered() {
        return !exchange.isResponseStarted();
    }
}

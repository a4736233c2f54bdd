package dev.venicesim.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Base64;

/**
 * Check of the settings with which a client offers to go on in HTTP/2. With others than HTTP/2 knows, the request is
 * answered in HTTP/1.1, as if nothing had been offered. Source: RFC 7540 section 3.2.1.
 */
final class UpgradeCheck implements HttpHandler {

    private static final String SETTINGS = "HTTP2-Settings";

    /** Bytes of one setting. */
    private static final int SETTING = 6;

    private final HttpHandler without;
    private final HttpHandler upgrading;

    UpgradeCheck(HttpHandler without, HttpHandler upgrading) {
        this.without = without;
        this.upgrading = upgrading;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        var settings = exchange.getRequestHeaders().get(SETTINGS);
        var offered = settings == null || (settings.size() == 1 && areSettings(settings.getFirst()));
        (offered ? upgrading : without).handleRequest(exchange);
    }

    private static boolean areSettings(String encoded) {
        try {
            return Base64.getUrlDecoder().decode(encoded).length % SETTING == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

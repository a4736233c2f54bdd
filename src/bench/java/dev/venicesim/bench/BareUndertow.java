package dev.venicesim.bench;

import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The floor: Undertow alone, which reads the body and answers a status reply's bytes. */
public final class BareUndertow {

    private static final byte[] REPLY =
            "{\"status\":\"PROCESSING\",\"average_execution_time\":3600000,\"execution_duration\":12345}"
                    .getBytes(StandardCharsets.UTF_8);

    private BareUndertow() {}

    public static void main(String[] args) {
        Undertow.builder()
                .addHttpListener(Integer.parseInt(args[0]), "127.0.0.1")
                .setIoThreads(2)
                .setHandler(exchange -> exchange.getRequestReceiver().receiveFullBytes((full, body) -> {
                    full.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
                    full.getResponseSender().send(ByteBuffer.wrap(REPLY));
                }))
                .build()
                .start();
    }
}

package dev.venicesim.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The floor: Undertow alone, which reads the body and answers a status reply's bytes. With {@code json} as second
 * argument it parses the body and writes the reply with Jackson, as any server of JSON does.
 */
public final class BareUndertow {

    private static final byte[] REPLY =
            "{\"status\":\"PROCESSING\",\"average_execution_time\":3600000,\"execution_duration\":12345}"
                    .getBytes(StandardCharsets.UTF_8);

    private static final ObjectMapper JSON = new ObjectMapper();

    private BareUndertow() {}

    /** Answers a body. */
    @FunctionalInterface
    private interface Answer {
        byte[] to(byte[] body) throws IOException;
    }

    private static byte[] throughJson(byte[] body) throws IOException {
        var asked = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        return JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("status", asked.path("queue_id").asText().isEmpty() ? "UNKNOWN" : "PROCESSING")
                .put("average_execution_time", 3_600_000)
                .put("execution_duration", 12_345));
    }

    public static void main(String[] args) {
        Answer answer = args.length > 1 ? BareUndertow::throughJson : body -> REPLY;
        Undertow.builder()
                .addHttpListener(Integer.parseInt(args[0]), "127.0.0.1")
                .setIoThreads(2)
                .setHandler(exchange -> exchange.getRequestReceiver().receiveFullBytes((full, body) -> {
                    full.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
                    try {
                        full.getResponseSender().send(ByteBuffer.wrap(answer.to(body)));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }))
                .build()
                .start();
    }
}

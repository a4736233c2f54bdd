package dev.venicesim.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An agent whose input ends right behind its last question is answered. */
@Timeout(60)
class AnsweredStreamsTest {

    private static final String ASKED = """
            {"jsonrpc":"2.0","id":1,"method":"initialize"}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            no message
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}""";

    @Test
    void endsWhenWhatWasAskedIsAnswered() throws Exception {
        var out = new ByteArrayOutputStream();
        var streams = new AnsweredStreams(new ByteArrayInputStream(ASKED.getBytes(StandardCharsets.UTF_8)), out);
        var read = CompletableFuture.supplyAsync(() -> {
            try {
                return new String(streams.in().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        say(streams, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\"}\n");
        say(streams, "{\"jsonrpc\":\"2.0\",\"id\":1,\"res");
        say(streams, "ult\":{}}\n");
        assertThat(read).isNotDone();
        say(streams, "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}\n");
        assertThat(read.join()).isEqualTo(ASKED.replace("no message\n", ""));
        streams.awaitEnd();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("{") && line.endsWith("}"))
                .anyMatch(line -> line.contains("-32700") && line.contains("the line is not JSON"));
    }

    private static void say(AnsweredStreams streams, String text) throws IOException {
        streams.out().write(text.getBytes(StandardCharsets.UTF_8));
    }
}

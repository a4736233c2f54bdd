package dev.venicesim.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UndertowRequestTest {

    @Test
    void readsItsBodyOnceHoweverManyAsk() throws IOException {
        var request = request("{\"model\":\"m\"}");

        assertThat(request.json().root().path("model").textValue()).isEqualTo("m");
        assertThat(request.json()).isSameAs(request.json());
    }

    @Test
    void refusesABodyThatIsNoJsonInTheSameWordsEachTime() {
        var request = request("{");
        var first = catchThrowable(request::json);

        assertThat(first).isInstanceOf(IOException.class);
        assertThat(catchThrowable(request::json)).isSameAs(first);
    }

    /** Nothing but the body is asked for. */
    @SuppressWarnings("NullAway")
    private static UndertowRequest request(String body) {
        return new UndertowRequest(
                new HttpServerExchange(null),
                body.getBytes(StandardCharsets.UTF_8),
                new UndertowRequest.Addressing(Optional.empty(), false),
                new HeaderNames());
    }
}

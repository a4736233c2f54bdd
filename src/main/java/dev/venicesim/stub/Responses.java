package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.http.Response;
import dev.venicesim.stub.StubAnswer.Mishap;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;

/** WireMock's responses as replies of ours. */
final class Responses {

    /** Ours to say, since they depend on how the reply is sent. */
    private static final Set<String> FRAMING = Set.of("transfer-encoding", "content-length", "connection");

    private Responses() {}

    static Reply.Now reply(Response response) {
        var headers = new LinkedHashMap<String, String>();
        for (var header : response.getHeaders().all()) {
            if (!FRAMING.contains(header.key().toLowerCase(Locale.ROOT))) {
                headers.put(header.key(), String.join(", ", header.values()));
            }
        }
        var body = response.getBody();
        var content = body == null || body.length == 0 ? new Content.None() : new Content.Bytes(body);
        return new Reply.Now(response.getStatus(), headers, content);
    }

    static StubAnswer answer(Response response) {
        var dribble = response.shouldAddChunkedDribbleDelay()
                ? Duration.ofMillis(response.getChunkedDribbleDelay().getTotalDuration())
                : Duration.ZERO;
        var reply = reply(response);
        var name = reply.headers().getOrDefault("Matched-Stub-Name", "");
        var id = reply.headers().getOrDefault("Matched-Stub-Id", "");
        return new StubAnswer(
                name.isEmpty() ? id : name,
                reply,
                Duration.ofMillis(response.getInitialDelay()),
                dribble,
                mishap(response));
    }

    /** A mapping whose bodyFileName names a file that is not there. */
    static StubAnswer withoutFile(String says) {
        var text = "the stub's bodyFileName is not in __files: " + says + "\n";
        var reply = Reply.bytes(500, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
        return new StubAnswer(says, reply, Duration.ZERO, Duration.ZERO, Mishap.NONE);
    }

    private static Mishap mishap(Response response) {
        return response.getFault() == null
                ? Mishap.NONE
                : Mishap.valueOf(response.getFault().name());
    }
}

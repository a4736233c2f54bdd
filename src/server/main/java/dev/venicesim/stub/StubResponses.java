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
import java.util.regex.Pattern;

/** WireMock's responses as replies of ours. */
final class StubResponses {

    /** Ours to say, since they depend on how the reply is sent. */
    private static final Set<String> FRAMING = Set.of("transfer-encoding", "content-length", "connection");

    private static final String TEXT = "text/plain; charset=utf-8";

    /** What HTTP takes for the name of a header; no client could read a reply with another. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Statuses have three digits. */
    private static final int LEAST_STATUS = 100;

    private static final int MOST_STATUS = 999;

    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F]");

    private StubResponses() {}

    static Reply.Now reply(Response response) {
        var headers = new LinkedHashMap<String, String>();
        for (var header : response.getHeaders().all()) {
            if (!FRAMING.contains(header.key().toLowerCase(Locale.ROOT))
                    && NAME.matcher(header.key()).matches()) {
                headers.put(
                        header.key(),
                        CONTROLS.matcher(String.join(", ", header.values())).replaceAll(" "));
            }
        }
        var body = response.getBody();
        var content = body == null || body.length == 0 ? new Content.None() : new Content.Bytes(body);
        return new Reply.Now(response.getStatus(), headers, content);
    }

    static StubAnswer answer(Response response) {
        if (response.getStatus() < LEAST_STATUS || response.getStatus() > MOST_STATUS) {
            return failed("the stub broke: status " + response.getStatus() + " is none of HTTP");
        }
        var dribble = response.shouldAddChunkedDribbleDelay()
                ? Duration.ofMillis(response.getChunkedDribbleDelay().getTotalDuration())
                : Duration.ZERO;
        var reply = PassiveDocument.of(reply(response));
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
        var reply = Reply.bytes(500, TEXT, text.getBytes(StandardCharsets.UTF_8));
        return new StubAnswer(says, reply, Duration.ZERO, Duration.ZERO, Mishap.NONE);
    }

    /** A mapping that could not be evaluated. */
    static StubAnswer broken(Throwable failure) {
        return failed("the stub broke: " + failure.getClass().getSimpleName() + " " + firstLine(failure));
    }

    /** Mappings that took too long. */
    static StubAnswer overdue(String why) {
        return failed("a stub that may take this request was left: " + why);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static StubAnswer failed(String says) {
        var reply = Reply.bytes(500, TEXT, (says + "\n").getBytes(StandardCharsets.UTF_8));
        return new StubAnswer(says, reply, Duration.ZERO, Duration.ZERO, Mishap.NONE);
    }

    private static Mishap mishap(Response response) {
        return response.getFault() == null
                ? Mishap.NONE
                : Mishap.valueOf(response.getFault().name());
    }
}

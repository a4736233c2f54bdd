package dev.venicesim.kit.client;

import dev.venicesim.net.WholeReply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * Calls over HTTP.
 *
 * @param root the URL of the control API
 * @param http asked when the first call is made, since most tests make none
 */
record HttpTransport(String root, Supplier<HttpClient> http) implements ControlTransport {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /** Loaded with the first call. */
    private static final class Lazy {
        static final HttpClient CLIENT = builder().build();
    }

    static HttpTransport of(String origin) {
        return new HttpTransport(origin + "/__sim", () -> Lazy.CLIENT);
    }

    HttpTransport trusting(SSLContext context) {
        var client = builder().sslContext(context).build();
        return new HttpTransport(root, () -> client);
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    }

    @Override
    public Answer send(Call call) {
        var request = HttpRequest.newBuilder(URI.create(root + call.path())).timeout(ANSWER);
        call.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        call.type().ifPresent(type -> request.header("Content-Type", type));
        request.method(
                call.method(),
                call.type().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        try {
            var response = WholeReply.of(http.get(), request.build(), ANSWER, WholeReply.MOST_BYTES);
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new ControlException(
                    "no simulator answers at " + root + " (" + e.getClass().getSimpleName()
                            + "); start one there, or give the base URL of one that runs",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ControlException("interrupted while " + root + " was asked", e);
        }
    }
}

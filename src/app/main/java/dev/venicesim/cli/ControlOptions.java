package dev.venicesim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.contract.http.ServerTrust;
import dev.venicesim.json.Json;
import dev.venicesim.mcp.ControlConnection;
import dev.venicesim.net.WholeReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options by which a command finds a running simulator, and the calls that it makes there. */
final class ControlOptions {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_OF_A_REFUSAL = 64 * 1024;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the simulator listens (default: what serve in this environment listens on).")
    private @Nullable String url;

    @Option(
            names = "--admin-token",
            paramLabel = "TOKEN",
            description = "Its admin or viewer token, where it wants one (default: VENICE_SIM_ADMIN_TOKEN).")
    private @Nullable String token;

    @Mixin
    private ServedTls tls = new ServedTls();

    private @Nullable ServerTrust trust;
    private @Nullable HttpClient made;

    /** A value as a segment of a path. */
    static String segment(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * What a call of the control API answers; empty if there is no such thing.
     *
     * @throws CommandFailure if the simulator does not answer, or refuses
     */
    Optional<JsonNode> find(String path) throws InterruptedException {
        try {
            var reply = WholeReply.of(client(), request(path).build(), PATIENCE, WholeReply.MOST_BYTES);
            if (reply.statusCode() == 404) {
                return Optional.empty();
            }
            if (reply.statusCode() != 200) {
                throw refused(reply.statusCode(), reply.body());
            }
            return Optional.of(Json.read(reply.body()));
        } catch (IOException | IllegalArgumentException e) {
            throw unreachable(e);
        }
    }

    /** As {@link #find}, of what there always is. */
    JsonNode get(String path) throws InterruptedException {
        return find(path)
                .orElseThrow(() -> CommandFailure.failed(
                        "there is nothing at " + root() + path, new IllegalStateException("404")));
    }

    /**
     * What any call of the control API answers, whatever its status.
     *
     * @param type of the body; empty for none
     * @throws CommandFailure if the simulator does not answer
     */
    ControlConnection.Reply call(String method, String path, String type, String body) throws InterruptedException {
        try {
            var request = request(path)
                    .method(method, type.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            if (!type.isEmpty()) {
                request.header("Content-Type", type);
            }
            var reply = WholeReply.of(client(), request.build(), PATIENCE, WholeReply.MOST_BYTES);
            return new ControlConnection.Reply(reply.statusCode(), new String(reply.body(), StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw unreachable(e);
        }
    }

    /** The body of a call that goes on for as long as the simulator runs. */
    InputStream stream(String path) throws InterruptedException {
        try {
            var reply = client().send(request(path).build(), BodyHandlers.ofInputStream());
            if (reply.statusCode() == 200) {
                return reply.body();
            }
            try (var body = reply.body()) {
                throw refused(reply.statusCode(), body.readNBytes(MOST_OF_A_REFUSAL));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unreachable(e);
        }
    }

    /** Made when the options are known. */
    private HttpClient client() {
        var before = made;
        if (before != null) {
            return before;
        }
        var client = trust().client()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
        made = client;
        return client;
    }

    private ServerTrust trust() {
        if (trust == null) {
            trust = tls.at(root(), System.getenv());
        }
        return trust;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(root() + path));
        secret().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    private CommandFailure refused(int status, byte[] body) {
        var said = PlainText.of(detail(new String(body, StandardCharsets.UTF_8)));
        return CommandFailure.failed(root() + " answered " + status + ": " + said, new IllegalStateException(said));
    }

    private static String detail(String said) {
        try {
            return Json.read(said.getBytes(StandardCharsets.UTF_8))
                    .path("detail")
                    .asText(said);
        } catch (IOException e) {
            return said;
        }
    }

    CommandFailure unreachable(Exception why) {
        var message = root() + " does not answer: " + trust().inWords(why);
        return CommandFailure.unreachable(new UncheckedIOException(message, new IOException(why)));
    }

    private String root() {
        var base = url == null ? ServedUrl.in(System.getenv()) : ServedUrl.given(url);
        return base.replaceFirst("/api/v1$", "") + "/__sim";
    }

    private Optional<String> secret() {
        var given = token == null ? System.getenv("VENICE_SIM_ADMIN_TOKEN") : token;
        return Optional.ofNullable(given).filter(value -> !value.isEmpty() && !value.equals("none"));
    }
}

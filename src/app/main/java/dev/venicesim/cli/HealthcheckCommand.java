package dev.venicesim.cli;

import com.fasterxml.jackson.core.JacksonException;
import dev.venicesim.json.Json;
import dev.venicesim.net.WholeReply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that asks a running simulator how it is. */
@Command(
        name = "healthcheck",
        description = "Exits 0 if a simulator answers as healthy, 1 if not.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class HealthcheckCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int MOST_BYTES = 64 * 1024;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where it listens (default: what serve in this environment listens on).")
    private @Nullable String url;

    @Mixin
    private ServedTls tls = new ServedTls();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var target = (url == null ? ServedUrl.in(System.getenv()) : ServedUrl.given(url)) + "/__sim/health";
        var trust = tls.at(target, System.getenv());
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(target)).timeout(PATIENCE).build();
            var client = trust.client().connectTimeout(PATIENCE).build();
            var reply = WholeReply.of(client, request, PATIENCE, MOST_BYTES);
            if (reply.statusCode() != 200) {
                throw CommandFailure.failed(target + " answered " + reply.statusCode(), new IOException());
            }
            var health = Json.read(reply.body());
            if (!health.path("status").asText().equals("UP")) {
                throw CommandFailure.failed(target + " answered what no simulator does", new IOException());
            }
            spec.commandLine().getOut().println(PlainText.of(health.toString()));
            return 0;
        } catch (JacksonException e) {
            throw CommandFailure.failed(target + " answered what no simulator does", e);
        } catch (IOException | IllegalArgumentException e) {
            throw CommandFailure.failed(target + " does not answer: " + trust.inWords(e), e);
        }
    }
}

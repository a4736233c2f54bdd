package dev.venicesim.cli;

import dev.venicesim.kit.contract.target.Failures;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks a running simulator how it is. */
@Command(
        name = "healthcheck",
        description = "Exits 0 if a simulator answers as healthy, 1 if not.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class HealthcheckCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where it listens (default: what serve in this environment listens on).")
    private @Nullable String url;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        var target = (url == null ? served() : url) + "/__sim/health";
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(target)).timeout(PATIENCE).build();
            var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            var reply = client.send(request, BodyHandlers.ofString());
            if (reply.statusCode() != 200) {
                throw CommandFailure.failed(target + " answered " + reply.statusCode(), new IOException());
            }
            spec.commandLine().getOut().println(reply.body());
            return 0;
        } catch (IOException | IllegalArgumentException e) {
            throw CommandFailure.failed(target + " does not answer: " + Failures.inWords(e), e);
        }
    }

    /** An address that means every interface is asked over loopback. */
    private static String served() {
        var environment = new EnvironmentDefaults(System.getenv());
        var host = environment.value("--host");
        var port = environment.value("--port");
        return "http://" + reachable(host == null ? "127.0.0.1" : host) + ":" + (port == null ? "8080" : port);
    }

    private static String reachable(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "127.0.0.1";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }
}

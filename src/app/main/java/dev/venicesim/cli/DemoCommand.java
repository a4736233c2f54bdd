package dev.venicesim.cli;

import dev.venicesim.Simulator;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.Version;
import dev.venicesim.contract.WholeFile;
import dev.venicesim.contract.http.ServerTrust;
import dev.venicesim.time.Pause;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that plays a client: quotes, queues, polls, saves the video, cleans up. */
@Command(
        name = "demo",
        description = "Plays a client from quote to MP4, against its own simulator or a running one.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class DemoCommand implements Callable<Integer> {

    private static final int BAR = 30;
    /** More than half an hour at the documented pace, several times as long as the slowest model takes. */
    private static final int MOST_POLLS = 400;

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "Base URL of a running simulator, ending in /api/v1 (default: starts its own).")
    private @Nullable String target;

    @Option(
            names = "--out",
            defaultValue = "demo.mp4",
            paramLabel = "FILE",
            description = "Where the video is saved (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("demo.mp4");

    @Option(
            names = "--model",
            defaultValue = "wan-2.6-text-to-video",
            paramLabel = "ID",
            description = "The model (default: ${DEFAULT-VALUE}).")
    private String model = "wan-2.6-text-to-video";

    @Mixin
    private ServedTls tls = new ServedTls();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        LogLevel.quiet();
        prepare();
        if (target != null) {
            play(withPath(target), tls.at(target, System.getenv()));
            return 0;
        }
        try (var simulator = Simulator.start(SimulatorConfig.builder().port(0).build())) {
            say("venice-sim %s, a simulator of its own at %s", Version.current(), simulator.baseUrl());
            play(simulator.baseUrl(), ServerTrust.ofJava());
            return 0;
        }
    }

    /** What cannot be saved is better known before anything is queued. */
    private void prepare() {
        try {
            WholeFile.prepareFor(out);
        } catch (WholeFile.CannotWriteException e) {
            throw CommandFailure.failed("out cannot be used: " + e.getMessage(), e);
        }
    }

    private static String withPath(String url) {
        try {
            return TargetOption.withPath(url);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.misuse(e);
        }
    }

    private void play(String baseUrl, ServerTrust trust) throws InterruptedException {
        try {
            var client = new DemoClient(baseUrl, trust);
            var request = client.requestFor(model);
            var quote = client.quote(request);
            say("quote    %s %s -> %s USD", model, DemoClient.summary(request), quote);
            var ticket = client.queue(request);
            say("queue    -> %s", ticket.queueId());
            var video = await(client, ticket);
            WholeFile.write(out, video);
            say("saved    %s, %,d bytes", out, video.length);
            say("complete -> %s", client.complete(ticket));
            say("In production this would have cost %s USD. Here it cost nothing.", quote);
        } catch (IOException | IllegalArgumentException | WholeFile.CannotWriteException e) {
            throw CommandFailure.failed("demo against " + baseUrl + " failed: " + trust.inWords(e), e);
        }
    }

    private byte[] await(DemoClient client, DemoClient.Ticket ticket) throws IOException, InterruptedException {
        var pause = Pause.real();
        for (var polls = 0; polls < MOST_POLLS; polls++) {
            var progress = client.retrieve(ticket);
            bar(progress);
            if (progress.video().isPresent()) {
                return progress.video().get();
            }
            pause.sleep(progress.pause());
        }
        throw new IOException("the job is still processing after " + MOST_POLLS + " polls");
    }

    private void bar(DemoClient.Progress progress) {
        var done = progress.video().isPresent() ? BAR : (int) Math.min(BAR - 1, progress.share() * BAR);
        if (!Ansi.AUTO.enabled()) {
            say("retrieve -> %s", progress.status());
            return;
        }
        var line = "\rretrieve [" + "#".repeat(done) + ".".repeat(BAR - done) + "] " + PlainText.of(progress.status());
        spec.commandLine().getOut().print(line);
        if (progress.video().isPresent()) {
            spec.commandLine().getOut().println();
        }
        spec.commandLine().getOut().flush();
    }

    private void say(String format, Object... values) {
        spec.commandLine().getOut().println(PlainText.of(String.format(Locale.ROOT, format, values)));
        spec.commandLine().getOut().flush();
    }
}

package dev.venicesim.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Chromium of this machine, spoken to by its DevTools protocol. A test that needs it is reported as skipped where it is
 * not installed.
 */
final class Chromium implements AutoCloseable, WebSocket.Listener {

    private static final Pattern LISTENING = Pattern.compile("ws://\\S+");
    private static final long PATIENCE = 300;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
    private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final List<JsonNode> contexts = new CopyOnWriteArrayList<>();
    private final StringBuilder message = new StringBuilder();

    private Chromium(Process process, String address) throws Exception {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), this)
                .get(PATIENCE, TimeUnit.SECONDS);
    }

    static Chromium start(Path profile) throws Exception {
        var installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "chromium")));
        assumeTrue(installed, "SKIPPED: chromium is not installed, so the page was not looked at in a browser");
        var output = profile.resolve("output.txt");
        var browser = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--hide-scrollbars",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        browser.environment().put("TMPDIR", profile.toString());
        var process = browser.start();
        return new Chromium(process, address(process, output));
    }

    /** Where it listens, which it writes once it does. */
    private static String address(Process process, Path output) throws IOException, InterruptedException {
        while (process.isAlive()) {
            var found = LISTENING.matcher(Files.readString(output, StandardCharsets.ISO_8859_1));
            if (found.find()) {
                return found.group();
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError("chromium ended: " + Files.readString(output, StandardCharsets.ISO_8859_1));
    }

    /** A tab of a browser that has seen nothing before. */
    Tab open(String url, Tab.Look look) {
        var context = call("", "Target.createBrowserContext", Json.object()).path("browserContextId");
        var create = Json.object().put("url", "about:blank");
        contexts.add(context);
        create.set("browserContextId", context);
        var target = call("", "Target.createTarget", create).path("targetId").asText();
        var attach = Json.object().put("targetId", target).put("flatten", true);
        var session =
                call("", "Target.attachToTarget", attach).path("sessionId").asText();
        return new Tab(this, session, look).visit(url);
    }

    /** Closes every tab: one that stays open goes on drawing. */
    void closeTabs() {
        for (var context : contexts) {
            var dispose = Json.object();
            dispose.set("browserContextId", context);
            call("", "Target.disposeBrowserContext", dispose);
        }
        contexts.clear();
        listeners.clear();
    }

    void listen(Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    JsonNode call(String session, String method, ObjectNode parameters) {
        var id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        calls.put(id, answer);
        var call = Json.object().put("id", id).put("method", method);
        call.set("params", parameters);
        if (!session.isEmpty()) {
            call.put("sessionId", session);
        }
        synchronized (this) {
            socket.sendText(call.toString(), true).join();
        }
        try {
            var told = answer.get(PATIENCE, TimeUnit.SECONDS);
            if (told.has("error")) {
                throw new AssertionError(method + ": " + told.path("error"));
            }
            return told.path("result");
        } catch (Exception e) {
            throw new AssertionError(method + " was not answered", e);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            var whole = message.toString();
            message.setLength(0);
            received(whole);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void received(String text) {
        try {
            var json = Json.read(text.getBytes(StandardCharsets.UTF_8));
            if (json.has("id")) {
                calls.remove(json.path("id").asInt()).complete(json);
            } else {
                listeners.forEach(listener -> listener.accept(json));
            }
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    /** Helpers write to the profile until they have ended, and it is deleted next. */
    @Override
    public void close() {
        socket.abort();
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        for (var each : all) {
            each.onExit().orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        }
    }
}

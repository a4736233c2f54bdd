package dev.venicesim.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tab of a browser, as a person uses it, and a record of what the page tried. */
final class Tab {

    private static final String READY = "document.body && document.body.dataset.ready === 'true'";

    private final Chromium browser;
    private final String session;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** How large the window is, and whether its user likes it dark. */
    record Look(int width, int height, boolean dark) {

        static final Look DESK = new Look(1360, 900, false);
        static final Look PHONE = new Look(390, 844, false);

        Look atNight() {
            return new Look(width, height, true);
        }
    }

    Tab(Chromium browser, String session, Look look) {
        this.browser = browser;
        this.session = session;
        browser.listen(this::heard);
        for (var domain : List.of("Page", "Runtime", "Network", "Log")) {
            call(domain + ".enable", "{}");
        }
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":%b}"
                        .formatted(look.width(), look.height(), look.width() < 600));
        call(
                "Emulation.setEmulatedMedia",
                "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"%s\"}]}"
                        .formatted(look.dark() ? "dark" : "light"));
    }

    private void heard(JsonNode event) {
        if (!event.path("sessionId").asText().equals(session)) {
            return;
        }
        var parameters = event.path("params");
        switch (event.path("method").asText()) {
            case "Network.requestWillBeSent" ->
                requests.add(parameters.path("request").path("url").asText());
            case "Runtime.exceptionThrown" ->
                complaints.add(parameters.path("exceptionDetails").toString());
            case "Page.javascriptDialogOpening" -> complaints.add("dialog " + parameters.path("message"));
            case "Log.entryAdded" -> {
                if (parameters.path("entry").path("source").asText().equals("security")) {
                    complaints.add(parameters.path("entry").path("text").asText());
                }
            }
            default -> {}
        }
    }

    private JsonNode call(String method, String parameters) {
        try {
            return browser.call(session, method, (com.fasterxml.jackson.databind.node.ObjectNode)
                    Json.read(parameters.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Tab visit(String url) {
        call("Page.navigate", Json.object().put("url", url).toString());
        return until(READY);
    }

    /** What an expression of JavaScript comes to, once it does. */
    JsonNode eval(String script) {
        var parameters = Json.object()
                .put("expression", script)
                .put("awaitPromise", true)
                .put("returnByValue", true);
        var answer = browser.call(session, "Runtime.evaluate", parameters);
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(script + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Waits until an expression is true. */
    Tab until(String condition) {
        var script = """
                new Promise((done, failed) => {
                  const from = Date.now();
                  const look = () => {
                    let met = false;
                    try { met = %s; } catch (e) { met = false; }
                    if (met) done(true);
                    else if (Date.now() - from > 60000) failed(new Error('never so'));
                    else setTimeout(look, 20);
                  };
                  look();
                })""".formatted(condition);
        for (var tries = 0; ; tries++) {
            try {
                eval(script);
                return this;
            } catch (AssertionError e) {
                // a page that is left takes the question with it
                if (tries == 3 || !String.valueOf(e.getCause()).contains("context")) {
                    throw e;
                }
            }
        }
    }

    Tab go(String hash) {
        eval("location.hash = " + Json.object().put("x", hash).get("x"));
        return this;
    }

    /** Scrolls down until the next frame is drawn; the seconds of the processor that all tasks together took. */
    double scroll(String selector, int pixels) {
        var before = taskSeconds();
        eval("""
                new Promise(done => {
                  document.querySelector('%s').scrollTop += %d;
                  requestAnimationFrame(() => setTimeout(done, 0));
                })""".formatted(selector, pixels));
        return taskSeconds() - before;
    }

    /** Processor time of all tasks of the page so far, in seconds. */
    private double taskSeconds() {
        call("Performance.enable", "{\"timeDomain\":\"threadTicks\"}");
        for (var metric : call("Performance.getMetrics", "{}").path("metrics")) {
            if (metric.path("name").asText().equals("TaskDuration")) {
                return metric.path("value").asDouble();
            }
        }
        throw new AssertionError("the browser does not count its tasks");
    }

    void mouse(String type, double x, double y) {
        call(
                "Input.dispatchMouseEvent",
                Json.object()
                        .put("type", type)
                        .put("x", x)
                        .put("y", y)
                        .put("button", "left")
                        .put("buttons", type.equals("mouseReleased") ? 0 : 1)
                        .put("clickCount", 1)
                        .toString());
    }

    void type(String text) {
        call("Input.insertText", Json.object().put("text", text).toString());
    }

    void key(String key) {
        for (var type : List.of("keyDown", "keyUp")) {
            call(
                    "Input.dispatchKeyEvent",
                    Json.object()
                            .put("type", type)
                            .put("key", key)
                            .put("text", key.length() == 1 && type.equals("keyDown") ? key : "")
                            .toString());
        }
    }

    void picture(Path file) {
        var data = call("Page.captureScreenshot", "{\"format\":\"png\"}")
                .path("data")
                .asText();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every address it asked. */
    List<String> requests() {
        return requests;
    }

    /** Exceptions, dialogs, and what the page's policy stopped. */
    List<String> complaints() {
        return complaints;
    }
}

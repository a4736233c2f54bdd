package dev.venicesim.kit.contract.target;

import dev.venicesim.time.Pause;
import dev.venicesim.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;

/** An API by its base URL: the real one, the simulator, or anything that claims to be it. Redirects are never followed, so the key goes nowhere else. */
public final class Target {

    private static final int RETRIES = 3;

    private final String baseUrl;
    private final Optional<String> key;
    private final Duration patience;
    private final Courtesy courtesy;
    private final TimeSource time;
    private final Pause pause;
    private final HttpClient http;

    /**
     * How a target is asked.
     *
     * @param patience the longest wait for an answer
     * @param time where the pacing reads the time
     * @param pause how it waits
     */
    public record Manner(Duration patience, TimeSource time, Pause pause) {

        /** Real time, and half a minute for an answer. */
        public static Manner real() {
            return new Manner(Duration.ofSeconds(30), TimeSource.system(), Pause.real());
        }
    }

    private Target(String baseUrl, Optional<String> key, Manner manner) {
        this.baseUrl = baseUrl;
        this.key = key;
        this.patience = manner.patience();
        this.time = manner.time();
        this.pause = manner.pause();
        this.courtesy = new Courtesy(manner.time(), manner.pause());
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /**
     * A target by what clients take as its base URL.
     *
     * @throws IllegalArgumentException naming the setting, the value and the fix
     */
    public static Target at(String baseUrl, Optional<String> key, Manner manner) {
        var trimmed = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        if (!trimmed.matches("https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
            var shown = baseUrl.contains("@") ? "(hidden, it holds credentials)" : baseUrl;
            throw new IllegalArgumentException("target cannot be \"" + shown
                    + "\"; give the base URL alone, such as https://api.venice.ai/api/v1");
        }
        key.filter(text -> !text.matches("[\\x21-\\x7e]+")).ifPresent(text -> {
            throw new IllegalArgumentException(
                    "the API key holds spaces or other characters no key has; give it alone");
        });
        return new Target(trimmed, key, manner);
    }

    public String baseUrl() {
        return baseUrl;
    }

    public boolean hasKey() {
        return key.isPresent();
    }

    public TimeSource time() {
        return time;
    }

    public Pause pause() {
        return pause;
    }

    /** A request as a shell line without the key. */
    public String curl(Call call) {
        return masked(call.curl(baseUrl));
    }

    /**
     * Asks, waiting before and after as manners demand.
     *
     * @throws Trouble if no usable answer comes
     */
    public Answer ask(Call call) throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            courtesy.beforeAsking();
            var answer = once(call);
            courtesy.heard(answer);
            if (answer.status() != 429) {
                return usable(call, answer);
            }
            if (attempt == RETRIES) {
                throw new Trouble(
                        Trouble.Kind.OVERLOADED,
                        where(call) + " answered 429 " + RETRIES + " times, also after waiting; try again later");
            }
            courtesy.waitAsTold(answer);
        }
    }

    /** Asks without pacing, for a check that is about the block itself. */
    public Answer askAtOnce(Call call) throws InterruptedException {
        var answer = once(call);
        courtesy.heard(answer);
        return answer.status() == 429 ? answer : usable(call, answer);
    }

    /** Waits until no failure counts any more and no block stands. */
    public void restFromFailures() throws InterruptedException {
        courtesy.rest();
    }

    private Answer usable(Call call, Answer answer) {
        if (answer.status() >= 300 && answer.status() < 400) {
            var to = answer.header("location")
                    .map(text -> text.replaceFirst("^https?://([^/:?#@]*).*", "$1"))
                    .orElse("nowhere");
            throw new Trouble(
                    Trouble.Kind.UNREACHABLE,
                    where(call) + " redirects to " + to + ", which is not followed; give the final base URL");
        }
        if (answer.contentType().contains("html")) {
            throw new Trouble(
                    Trouble.Kind.UNREACHABLE,
                    where(call) + " answered " + answer.status()
                            + " with HTML, not JSON; the base URL must include /api/v1 and lead past any login page");
        }
        return answer;
    }

    private Answer once(Call call) throws InterruptedException {
        try {
            return read(http.send(request(call), BodyHandlers.ofByteArray()));
        } catch (HttpTimeoutException e) {
            throw trouble(call, "no answer within " + patience.toSeconds() + " s", e);
        } catch (IOException | IllegalArgumentException e) {
            throw trouble(call, Failures.inWords(e), e);
        }
    }

    private Trouble trouble(Call call, String why, Exception cause) {
        return new Trouble(Trouble.Kind.UNREACHABLE, where(call) + " cannot be reached: " + masked(why), cause);
    }

    private String where(Call call) {
        return masked(call.method() + " " + call.whole(baseUrl));
    }

    private HttpRequest request(Call call) {
        var request = HttpRequest.newBuilder(URI.create(call.whole(baseUrl)))
                .timeout(patience)
                .header("User-Agent", "venice-sim-check")
                .method(call.method(), call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        call.headers().forEach(request::header);
        switch (call.auth()) {
            case KEY -> key.ifPresent(text -> request.header("Authorization", "Bearer " + text));
            case BAD_KEY -> request.header("Authorization", "Bearer " + Call.REFUSED_KEY);
            case NONE -> {}
        }
        return request.build();
    }

    private Answer read(HttpResponse<byte[]> response) {
        var headers = new LinkedHashMap<String, String>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), masked(values.get(0))));
        var answer = new Answer(response.statusCode(), headers, response.body());
        if (answer.isVideo() || key.isEmpty()) {
            return answer;
        }
        var text = new String(response.body(), StandardCharsets.UTF_8);
        return text.contains(key.get())
                ? new Answer(response.statusCode(), headers, masked(text).getBytes(StandardCharsets.UTF_8))
                : answer;
    }

    private String masked(String text) {
        return key.map(secret -> text.replace(secret, "***")).orElse(text);
    }
}

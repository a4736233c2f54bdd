package dev.venicesim.contract.http;

import dev.venicesim.net.KeyMask;
import dev.venicesim.net.LinkMask;
import dev.venicesim.net.WholeReply;
import dev.venicesim.time.Pause;
import dev.venicesim.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An API by its base URL: the real one, the simulator, or anything that claims to be it. Redirects are never followed,
 * so the key goes nowhere else.
 */
public final class Target {

    private static final int RETRIES = 3;
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final String baseUrl;
    private final Optional<String> key;
    private final Manner manner;
    private final ServerTrust trust;
    private final int caller;
    private final RequestPacing ofTheKey;
    private final RequestPacing ofNobody;
    private final HttpClient http;
    private volatile boolean hasAnswered;
    private volatile boolean hasAnsweredInJson;

    /**
     * How a target is asked.
     *
     * @param patience the longest wait for an answer
     * @param time where the pacing reads the time
     * @param pause how it waits
     * @param failuresBorne in half a minute without a block
     * @param isSideBySide whether what is independent may be asked at the same time
     */
    public record Manner(Duration patience, TimeSource time, Pause pause, int failuresBorne, boolean isSideBySide) {

        private static final int DOCUMENTED = 20;

        public Manner(Duration patience, TimeSource time, Pause pause) {
            this(patience, time, pause, DOCUMENTED, false);
        }

        /** Real time, and half a minute for an answer. */
        public static Manner real() {
            return new Manner(Duration.ofSeconds(30), TimeSource.system(), Pause.real());
        }
    }

    private Target(String baseUrl, Optional<String> key, Manner manner, ServerTrust trust) {
        this.baseUrl = baseUrl;
        this.key = key;
        this.manner = manner;
        this.trust = trust;
        this.caller = 0;
        this.ofTheKey = RequestPacing.of(manner);
        this.ofNobody = RequestPacing.of(manner);
        this.http = trust.client()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    private Target(Target same, String key, int caller) {
        this.baseUrl = same.baseUrl;
        this.key = Optional.of(key);
        this.manner = same.manner;
        this.trust = same.trust;
        this.caller = caller;
        this.ofTheKey = RequestPacing.of(manner);
        this.ofNobody = same.ofNobody;
        this.http = same.http;
        this.hasAnswered = same.hasAnswered;
        this.hasAnsweredInJson = same.hasAnsweredInJson;
    }

    /**
     * A target by what clients take as its base URL.
     *
     * @throws IllegalArgumentException naming the setting, the value and the fix
     */
    public static Target at(String baseUrl, Optional<String> key, Manner manner) {
        return at(baseUrl, key, manner, ServerTrust.ofJava());
    }

    /**
     * A target whose certificate is trusted in another way than Java trusts by itself.
     *
     * @throws IllegalArgumentException naming the setting, the value and the fix
     */
    public static Target at(String baseUrl, Optional<String> key, Manner manner, ServerTrust trust) {
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
        return new Target(trimmed, key, manner, trust);
    }

    public String baseUrl() {
        return baseUrl;
    }

    public boolean hasKey() {
        return key.isPresent();
    }

    /** Whether it listens on a loopback address, so that nobody else uses it. */
    public boolean isOnThisMachine() {
        return baseUrl.matches("https?://(localhost|127(\\.\\d+){3}|\\[::1])(:\\d+)?(/.*)?");
    }

    public TimeSource time() {
        return manner.time();
    }

    public Pause pause() {
        return manner.pause();
    }

    /** Whether what is independent may be asked at the same time. */
    public boolean isSideBySide() {
        return manner.isSideBySide();
    }

    /** Number among the callers of one account, of whom each has limits of its own. */
    public int caller() {
        return caller;
    }

    /** The same API, asked with another key of the same account. */
    public Target with(String otherKey, int number) {
        return new Target(this, otherKey, number);
    }

    /** The same API and account with further keys, which a simulator on this machine gives; none of any other. */
    public List<Target> besides(int most) throws InterruptedException {
        if (key.isEmpty() || !isOnThisMachine()) {
            return List.of();
        }
        var keys = SimulatorKeys.of(http, baseUrl, key.get(), most);
        return IntStream.range(0, keys.size())
                .mapToObj(index -> with(keys.get(index), index + 1))
                .toList();
    }

    /** A request as a shell line without the key, and without the token of a link. */
    public String curl(TargetRequest call) {
        return LinkMask.masked(masked(call.curl(baseUrl)));
    }

    /**
     * Asks, waiting before and after as manners demand. After a server error, or when no whole reply comes from a target
     * that has answered before, it asks again: for calls that cost nothing, however often they are sent.
     *
     * @throws TargetFailure if no usable answer comes
     */
    public TargetReply askUntilAnswered(TargetRequest call) throws InterruptedException {
        for (var attempt = 1; attempt < RETRIES; attempt++) {
            try {
                var answer = ask(call);
                if (answer.status() < 500) {
                    return answer;
                }
            } catch (TargetFailure failure) {
                if (!failure.isPassing()) {
                    throw failure;
                }
            }
            pause().sleep(AGAIN_AFTER.multipliedBy(attempt));
        }
        return ask(call);
    }

    /**
     * Asks, and asks again only if it is told to wait: for a call that may cost money.
     *
     * @throws TargetFailure if no usable answer comes
     */
    public TargetReply ask(TargetRequest call) throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var answer = pacing(call).asked(call, () -> once(call));
            if (answer.status() != 429) {
                return usable(call, answer);
            }
            if (attempt == RETRIES) {
                throw new TargetFailure(
                        TargetFailure.Kind.OVERLOADED,
                        where(call) + " answered 429 " + RETRIES + " times, also after waiting; try again later");
            }
            pacing(call).waitAsTold(answer);
        }
    }

    /** Waits until such a call may be sent at once: for one that goes by the time at which it was written. */
    public void ready(TargetRequest call) throws InterruptedException {
        pacing(call).ready();
    }

    /** Asks without pacing, for a check that is about the block itself. */
    public TargetReply askAtOnce(TargetRequest call) throws InterruptedException {
        var answer = pacing(call).askedAtOnce(call, () -> once(call));
        return answer.status() == 429 ? answer : usable(call, answer);
    }

    /** Waits until no failure counts any more and no block stands. */
    public void restFromFailures() throws InterruptedException {
        ofTheKey.rest();
    }

    /** Who names no key is counted by address. */
    private RequestPacing pacing(TargetRequest call) {
        return call.auth() == TargetRequest.Auth.KEY && key.isPresent() ? ofTheKey : ofNobody;
    }

    /** What lies outside of the API, such as a download link, may answer what it likes. */
    private TargetReply usable(TargetRequest call, TargetReply answer) {
        if (!isOurs(call)) {
            return answer;
        }
        if (answer.status() >= 300 && answer.status() < 400) {
            var to = answer.header("location")
                    .map(text -> text.replaceFirst("^https?://([^/:?#@]*).*", "$1"))
                    .orElse("nowhere");
            throw new TargetFailure(
                    TargetFailure.Kind.UNREACHABLE,
                    where(call) + " redirects to " + to + ", which is not followed; give the final base URL");
        }
        var isHtml = answer.contentType().contains("html");
        hasAnsweredInJson |= !isHtml && !answer.json().isMissingNode();
        // a refusal that says it is HTML is a difference like any other, from an API that has spoken JSON before
        if (isHtml && !(hasAnsweredInJson && answer.status() >= 400)) {
            throw new TargetFailure(
                    TargetFailure.Kind.UNREACHABLE,
                    where(call) + " answered " + answer.status()
                            + " with HTML, not JSON; the base URL must include /api/v1 and lead past any login page");
        }
        return answer;
    }

    private TargetReply once(TargetRequest call) throws InterruptedException {
        try {
            var answer = read(call, WholeReply.of(http, request(call), manner.patience(), WholeReply.MOST_BYTES));
            hasAnswered = true;
            return answer;
        } catch (HttpTimeoutException e) {
            throw targetFailure(call, "no answer within " + manner.patience().toSeconds() + " s", e);
        } catch (IOException | IllegalArgumentException e) {
            throw targetFailure(call, trust.inWords(e), e);
        }
    }

    private TargetFailure targetFailure(TargetRequest call, String why, Exception cause) {
        return new TargetFailure(
                hasAnswered
                        ? ConnectionFailures.kind(call.isElsewhere(baseUrl), cause)
                        : TargetFailure.Kind.UNREACHABLE,
                where(call) + " cannot be reached: " + masked(why),
                cause);
    }

    private String where(TargetRequest call) {
        return LinkMask.masked(masked(call.method() + " " + call.whole(baseUrl)));
    }

    private HttpRequest request(TargetRequest call) {
        var request = HttpRequest.newBuilder(URI.create(call.whole(baseUrl)))
                .timeout(manner.patience())
                .header("User-Agent", "venice-sim-check")
                .method(call.method(), call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        call.sentHeaders().forEach(request::header);
        switch (call.auth()) {
            case KEY ->
                key.filter(text -> isOurs(call))
                        .ifPresent(text -> request.header(TargetRequest.AUTHORIZATION, call.scheme() + " " + text));
            case BAD_KEY -> request.header(TargetRequest.AUTHORIZATION, "Bearer " + TargetRequest.REFUSED_KEY);
            case NONE -> {}
        }
        return request.build();
    }

    /** An address that the target handed out may be anybody's, who is told no key. */
    private boolean isOurs(TargetRequest call) {
        return call.whole(baseUrl).startsWith(baseUrl + "/");
    }

    private TargetReply read(TargetRequest call, HttpResponse<byte[]> response) {
        var headers = new LinkedHashMap<String, String>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), masked(value(values))));
        var body = call.isForGzip() ? ContentCoding.decoded(headers, response.body()) : response.body();
        var answer = new TargetReply(response.statusCode(), headers, body);
        if (answer.isVideo() || key.isEmpty()) {
            return answer;
        }
        var text = new String(body, StandardCharsets.UTF_8);
        var masked = masked(text);
        return masked.equals(text)
                ? answer
                : new TargetReply(response.statusCode(), headers, masked.getBytes(StandardCharsets.UTF_8));
    }

    /** One value, however often it is sent; several are a list, as HTTP has it. */
    private static String value(List<String> values) {
        return String.join(", ", new LinkedHashSet<>(values));
    }

    private String masked(String text) {
        return key.map(secret -> new KeyMask(secret).masked(text)).orElse(text);
    }
}

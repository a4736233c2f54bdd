package dev.venicesim.contract.http;

import dev.venicesim.net.WholeReply;
import dev.venicesim.time.Pause;
import dev.venicesim.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
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
    private final int caller;
    private final RequestPacing ofTheKey;
    private final RequestPacing ofNobody;
    private final HttpClient http;
    private final TargetReplies replies;

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
        this.caller = 0;
        this.ofTheKey = RequestPacing.of(manner);
        this.ofNobody = RequestPacing.of(manner);
        this.http = trust.client()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        this.replies = new TargetReplies(baseUrl, key, trust);
    }

    private Target(Target same, String key, int caller) {
        this.baseUrl = same.baseUrl;
        this.key = Optional.of(key);
        this.manner = same.manner;
        this.caller = caller;
        this.ofTheKey = RequestPacing.of(manner);
        this.ofNobody = same.ofNobody;
        this.http = same.http;
        this.replies = same.replies.toKey(key);
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
        return replies.masked(call.curl(baseUrl));
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
                return replies.usable(call, answer);
            }
            if (attempt == RETRIES) {
                throw new TargetFailure(
                        TargetFailure.Kind.OVERLOADED,
                        replies.where(call) + " answered 429 " + RETRIES
                                + " times, also after waiting; try again later");
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
        return answer.status() == 429 ? answer : replies.usable(call, answer);
    }

    /** Waits until no failure counts any more and no block stands. */
    public void restFromFailures() throws InterruptedException {
        ofTheKey.rest();
    }

    /** Who names no key is counted by address. */
    private RequestPacing pacing(TargetRequest call) {
        return call.auth() == TargetRequest.Auth.KEY && key.isPresent() ? ofTheKey : ofNobody;
    }

    private TargetReply once(TargetRequest call) throws InterruptedException {
        try {
            return replies.read(call, WholeReply.of(http, request(call), manner.patience(), WholeReply.MOST_BYTES));
        } catch (HttpTimeoutException e) {
            throw replies.failure(call, "no answer within " + manner.patience().toSeconds() + " s", e);
        } catch (IOException | IllegalArgumentException e) {
            throw replies.failure(call, replies.inWords(e), e);
        }
    }

    private HttpRequest request(TargetRequest call) {
        var request = HttpRequest.newBuilder(URI.create(call.whole(baseUrl)))
                .timeout(manner.patience())
                .header("User-Agent", "venice-sim-check")
                .method(call.method(), call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        call.sentHeaders().forEach(request::header);
        switch (call.auth()) {
            case KEY ->
                key.filter(text -> replies.isOurs(call))
                        .ifPresent(text -> request.header(TargetRequest.AUTHORIZATION, call.scheme() + " " + text));
            case BAD_KEY -> request.header(TargetRequest.AUTHORIZATION, "Bearer " + TargetRequest.REFUSED_KEY);
            case NONE -> {}
        }
        return request.build();
    }
}

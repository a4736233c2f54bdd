package dev.venicesim.contract.http;

import dev.venicesim.time.Pause;
import dev.venicesim.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Pacing of one caller's requests to a target that other people use: its own limits and {@code Retry-After} heeded, and
 * wanted failures spaced so that the block after too many of them in 30 s never falls; where replies tell how many more are
 * borne, so many. Source: docs/api/limits-and-headers.md#too-many-failures,
 * docs/api/limits-and-headers.md#limit-headers-as-observed. Safe for several threads, which ask one after the other.
 */
final class RequestPacing {

    private static final int LEFT_TO_OTHERS = 2;
    private static final Duration WINDOW = Duration.ofMillis(30_500);
    private static final Duration BLOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);
    private static final long MILLISECONDS_FROM = 100_000_000_000L;

    private final TimeSource time;
    private final Pause pause;
    private final ArrayDeque<Instant> failures = new ArrayDeque<>();
    private Instant notBefore = Instant.EPOCH;
    private final int left;
    private int borne;

    /** A request, sent once. */
    @FunctionalInterface
    interface Question {
        TargetReply asked() throws InterruptedException;
    }

    /** The pacing of one caller, whose key or address others may use too, unless the target is for this run alone. */
    static RequestPacing of(Target.Manner manner) {
        return new RequestPacing(
                manner.time(), manner.pause(), manner.failuresBorne(), manner.isSideBySide() ? 0 : LEFT_TO_OTHERS);
    }

    /**
     * @param borne failures in half a minute that bring no block
     * @param left how many of them are left to others who use the key
     */
    RequestPacing(TimeSource time, Pause pause, int borne, int left) {
        this.time = time;
        this.pause = pause;
        this.left = left;
        this.borne = borne - left;
    }

    /** Asks as soon as the limits let it. */
    synchronized TargetReply asked(TargetRequest call, Question question) throws InterruptedException {
        beforeAsking();
        return askedAtOnce(call, question);
    }

    /** Waits as long as the limits want it, and asks nothing. */
    synchronized void ready() throws InterruptedException {
        beforeAsking();
    }

    /** Asks without waiting, and counts what comes of it. */
    synchronized TargetReply askedAtOnce(TargetRequest call, Question question) throws InterruptedException {
        var answer = question.asked();
        heard(call, answer);
        return answer;
    }

    private void beforeAsking() throws InterruptedException {
        waitUntil(notBefore);
        forget();
        while (failures.size() >= borne) {
            waitUntil(failures.getFirst().plus(WINDOW));
            forget();
        }
    }

    /** Waits until a block that failures have brought about is over, and they are forgotten. */
    synchronized void rest() throws InterruptedException {
        if (!failures.isEmpty()) {
            var over = failures.getLast().plus(WINDOW).plus(BLOCK);
            waitUntil(over);
            forget();
        }
    }

    private void heard(TargetRequest call, TargetReply answer) {
        if (isCounted(call, answer)) {
            failures.addLast(time.now());
        }
        if (!call.isSigned()) {
            heedTold(answer);
        }
    }

    /**
     * A 402 to nobody counts nothing, and what a wallet is refused that did sign in counts against the wallet, of which
     * every request has its own. Source: docs/api/disagreements.md#size-of-the-failure-budget.
     */
    private static boolean isCounted(TargetRequest call, TargetReply answer) {
        var isOffer = answer.status() == 402 && call.auth() == TargetRequest.Auth.NONE;
        var isKnownWallet = call.isSigned() && answer.status() != 401;
        return answer.status() >= 400 && !isOffer && !isKnownWallet;
    }

    private void heedTold(TargetReply answer) {
        answer.header("x-ratelimit-remaining")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .ifPresent(more -> borne = Math.max(1, failures.size() + more - left));
        if (answer.header("x-ratelimit-remaining-requests").filter("0"::equals).isPresent()) {
            answer.header("x-ratelimit-reset-requests")
                    .flatMap(RequestPacing::instant)
                    .ifPresent(reset -> notBefore = reset);
        }
    }

    /** Waits as long as a 429 or 503 says. */
    void waitAsTold(TargetReply answer) throws InterruptedException {
        var told = answer.header("retry-after")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
        pause.sleep(shorter(told.orElse(USUAL_WAIT)));
    }

    private void waitUntil(Instant instant) throws InterruptedException {
        var left = Duration.between(time.now(), instant);
        if (!left.isNegative() && !left.isZero()) {
            pause.sleep(shorter(left));
        }
    }

    private void forget() {
        var old = time.now().minus(WINDOW);
        while (!failures.isEmpty() && !failures.getFirst().isAfter(old)) {
            failures.removeFirst();
        }
    }

    private static Duration shorter(Duration duration) {
        return duration.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : duration;
    }

    /** Seconds or milliseconds since 1970: documents and server disagree. */
    private static Optional<Instant> instant(String text) {
        if (!text.matches("\\d{1,15}")) {
            return Optional.empty();
        }
        var number = Long.parseLong(text);
        return Optional.of(number < MILLISECONDS_FROM ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    }
}

package dev.venicesim.journal;

import dev.venicesim.wire.Headers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request and how it was answered.
 *
 * @param n its number in its world, from 1
 * @param at by the world's clock
 * @param sender its API key, masked, or the address of its wallet; empty if it showed neither
 * @param method as sent
 * @param path as sent; credentials in it are masked where it is shown
 * @param endpoint the endpoint's name, such as {@code queue}
 * @param status HTTP status of the reply
 * @param micros microseconds from the body's arrival to the reply's start
 * @param by who answered: {@code simulator}, {@code stub} or {@code fault}
 * @param why every decision, in order
 * @param exchange headers and bodies, as far as they are kept
 * @param sent how the reply was sent, if it is streamed
 * @param judged what else it takes to send it again; empty where a server of an earlier version took it down
 */
public record RequestRecord(
        long n,
        Instant at,
        String sender,
        String method,
        String path,
        String endpoint,
        int status,
        long micros,
        String by,
        List<String> why,
        RecordedExchange exchange,
        SentReply sent,
        Optional<Judged> judged) {

    private static final int OWN_BYTES = 480;

    private static final String RAY = "CF-RAY";

    /**
     * Judgement of a request, as far as what it was asked does not say.
     *
     * @param real the instant of the outside world by which it was judged
     * @param job the queue id of the job it made or was about, if there is one
     */
    public record Judged(Instant real, Optional<String> job) {}

    /** The {@code CF-RAY} its reply carried, if it had one. */
    public Optional<String> ray() {
        return Optional.ofNullable(exchange.reply().headers().get(RAY));
    }

    /** The same without its bodies and headers, but for its ray. */
    public RequestRecord withoutBodies() {
        var reply = ray().map(ray -> Headers.of(RAY, ray)).orElse(Headers.NONE);
        var light = new RecordedExchange(
                exchange.query(),
                new RecordedExchange.Message(Headers.NONE, KeptBody.NONE),
                new RecordedExchange.Message(reply, KeptBody.NONE));
        return new RequestRecord(n, at, sender, method, path, endpoint, status, micros, by, why, light, sent, judged);
    }

    RequestRecord numbered(long number) {
        return new RequestRecord(
                number, at, sender, method, path, endpoint, status, micros, by, why, exchange, sent, judged);
    }

    /** About how much memory it takes. */
    long weight() {
        long weight = OWN_BYTES + exchange.weight() + sender.length() + method.length() + path.length();
        for (var line : why) {
            weight += 56L + line.length();
        }
        return weight;
    }
}

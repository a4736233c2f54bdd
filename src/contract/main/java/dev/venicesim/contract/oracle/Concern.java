package dev.venicesim.contract.oracle;

import java.util.function.Predicate;

/** Concern of an oracle: the replies that it says something of, and without which it says nothing. */
public enum Concern {
    /** Whatever was answered. */
    ANY_REPLY(exchange -> true),
    /** What the API answered, as against a download link. */
    API_REPLY(exchange -> !exchange.isLink()),
    /** A reply to a caller whose key is known. */
    KEYED_REPLY(ObservedExchange::isKeyed),
    /** A reply that is about a model. */
    MODEL_REPLY(exchange -> exchange.reply().ok() && exchange.path().matches("/video/(quote|queue|retrieve)")),
    /** A JSON body. */
    JSON_BODY(exchange -> !exchange.reply().json().isMissingNode()),
    /** A refusal that says twice what is wrong. */
    ISSUES(exchange ->
            exchange.reply().json().has("issues") && exchange.reply().json().has("details")),
    /** A request that is limited, to a target that tells of limits. */
    LIMIT(exchange -> exchange.isKeyed()
            && exchange.reply().header("x-ratelimit-limit-requests").isPresent()),
    /** A balance that stands in a header. */
    BALANCE(exchange -> exchange.isKeyed()
            && exchange.reply().header("x-venice-balance-usd").isPresent()),
    /** A route that is gone. */
    GONE(exchange -> exchange.reply().status() == 410 && !exchange.isLink()),
    /** A 402. */
    PAYMENT_REQUIRED(exchange -> exchange.reply().status() == 402),
    /** What a wallet reads about itself. */
    WALLET(exchange -> exchange.reply().ok() && exchange.path().startsWith("/x402/")),
    /** A time that the API tells. */
    TIME(exchange -> exchange.reply().ok() && exchange.path().matches("/video/retrieve|/models|/api_keys/rate_limits")),
    /** What an account used, in a page. */
    USAGE(exchange -> exchange.reply().ok() && exchange.path().matches("/billing/usage(-history)?")),
    /** A job that was taken. */
    JOB(exchange -> exchange.reply().ok() && exchange.asks("/video/queue")),
    /** What a download link answered. */
    LINK(ObservedExchange::isLink),
    /** A video, whole or in part. */
    VIDEO(exchange -> exchange.reply().isVideo());

    private final Predicate<ObservedExchange> which;

    Concern(Predicate<ObservedExchange> which) {
        this.which = which;
    }

    public boolean isOf(ObservedExchange exchange) {
        return which.test(exchange);
    }

    /** Whether nothing of it is seen before a job is paid for. */
    public boolean needsJob() {
        return this == JOB || this == LINK || this == VIDEO;
    }
}

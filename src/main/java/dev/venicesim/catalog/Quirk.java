package dev.venicesim.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A named point where documents and observed behaviour disagree, or where the documents leave a choice. The first value is the default of both editions and
 * follows the documents; each other value is what was seen or what some clients need. Source: api-facts 11 and observed-behaviour A10.
 */
public enum Quirk {
    UNKNOWN_QUEUE_ID("unknown-queue-id", "what an id nobody was given answers", "api-facts 11 #21", "404", "400"),
    UNKNOWN_MODEL("unknown-model", "how an unlisted model is refused", "api-facts 11 #58", "404", "404-named", "400"),
    MISSING_MODEL(
            "missing-model",
            "how retrieve and complete without model answer",
            "api-facts 11 #20",
            "zod",
            "plain",
            "lenient"),
    MEDIA_NOT_FOUND_TEXT(
            "media-not-found-text",
            "whether the 404 text says may once or twice",
            "api-facts 11 #60",
            "double-may",
            "single-may"),
    COMPLETE("complete", "what complete answers for an id of this caller's", "observed A4, A10 #1", "200", "400"),
    COMPLETE_UNKNOWN("complete-unknown-id", "what complete answers for any other id", "api-facts 11 #22", "400", "404"),
    DOWNLOAD_LINKS(
            "download-links",
            "which models hand out a download_url",
            "api-facts 11 #61, A10 #4",
            "private",
            "all-grok"),
    DELETED_LINK("deleted-link", "what a revoked download link answers", "api-facts 6, A4", "410", "404"),
    QUOTE_UPSCALE("quote-upscale", "whether an upscale quote needs a key", "api-facts 11 #26", "open", "needs-key"),
    INVALID_CONTENT_TYPE(
            "invalid-content-type", "status of a body that is not declared JSON", "api-facts 8.1, A5", "415", "400"),
    PAYLOAD_TOO_LARGE("payload-too-large", "which text the 413 carries", "api-facts 11 #37", "body", "table"),
    BARE_SECONDS("bare-seconds", "whether a duration such as 8 counts as 8s", "api-facts 11 #3", "refuse", "accept"),
    AUTO_DURATION("auto-duration", "whether queue takes a listed Auto", "api-facts 11 #4", "accept", "refuse"),
    FIELD_ALIASES(
            "field-aliases",
            "whether referenceImageUrls and image_urls are understood",
            "api-facts 11 #6 #7",
            "off",
            "on"),
    AUDIO_FLAG("audio-flag", "audio sent to a model that cannot configure it", "api-facts 11 #43", "refuse", "ignore"),
    UNKNOWN_FIELDS("unknown-fields", "fields of queue that no document names", "api-facts 11 #31", "ignore", "refuse"),
    ERROR_CODES(
            "error-codes", "whether table errors carry their code beside the text", "api-facts 11 #11", "off", "on"),
    CONTENT_VIOLATION_BODY(
            "content-violation-body",
            "where the token of a content 422 stands",
            "api-facts 11 #12",
            "message",
            "token"),
    CONSENT_COUNTS_AS_FAILED(
            "consent-counts-as-failed",
            "whether a 409 counts against the failed-request budget",
            "api-facts 11 #56",
            "off",
            "on"),
    SCAN_VIDEO_URL("scan-video-url", "whether video_url is searched for faces", "api-facts 11 #14", "off", "on"),
    PROVIDER_REFUSAL_BODY(
            "provider-refusal-body", "form of a provider's refusal on retrieve", "api-facts 6, A3", "object", "string"),
    SIGN_IN_CODES(
            "sign-in-codes", "whether a bad sign-in names its X402_SIGN_IN code", "api-facts 11 #46", "off", "on"),
    MISSING_SIGN_IN("missing-sign-in", "balance and transactions without sign-in", "api-facts 11 #48", "401", "402"),
    WALLET_MISMATCH_TEXT(
            "wallet-mismatch-text", "text for another wallet's path", "api-facts 11 #47", "resources", "balance"),
    DISCOVERY_TEXT(
            "discovery-text", "error of the 402 without credentials", "api-facts 3.2", "payment", "authentication"),
    WALLET_CHARGE("wallet-charge", "when a wallet's charge is written", "api-facts 11 #66", "on-success", "on-accept"),
    BALANCE_REMAINING(
            "balance-remaining",
            "whether x402 replies carry X-Balance-Remaining",
            "api-facts 11 #68, A10 #2",
            "on",
            "off"),
    RUNWAY_REFUND("runway-refund", "whether Runway's refusals are refunded", "api-facts 6, A2", "refunded", "kept"),
    RATE_LIMIT_RESET(
            "ratelimit-reset", "unit of x-ratelimit-reset-requests", "api-facts 11 #55", "seconds", "milliseconds"),
    RATE_LIMIT_HEADERS(
            "ratelimit-headers", "whether the token headers are sent too", "api-facts 7, A6", "all", "requests"),
    FAILED_BUDGET("failed-budget", "failed requests in 30 s before the block", "api-facts 11 #56", "20", "50"),
    WALLET_LIMITS("wallet-limits", "whether the x402 routes are limited", "api-facts 3.4, A7", "none", "observed"),
    LOG_KEY("rate-limit-log-key", "which keys may read the rate limit log", "api-facts 1.10", "any", "admin"),
    TRANSCRIPTIONS("transcriptions", "whether transcriptions still answer", "api-facts 1.6, A4", "200", "410"),
    DEPRECATION("deprecation", "whether removal dates are applied", "api-facts 11 #64", "edition", "clock");

    private final String label;
    private final String decides;
    private final String source;
    private final List<String> values;

    Quirk(String label, String decides, String source, String... values) {
        this.label = label;
        this.decides = decides;
        this.source = source;
        this.values = List.of(values);
    }

    /** The name users write: {@code unknown-queue-id}. */
    public String label() {
        return label;
    }

    /** What it decides, in words. */
    public String decides() {
        return decides;
    }

    /** Where the disagreement is recorded. */
    public String source() {
        return source;
    }

    /** Its values, the default first. */
    public List<String> choices() {
        return values;
    }

    public String defaultValue() {
        return values.get(0);
    }

    public static Optional<Quirk> find(String label) {
        return Arrays.stream(Quirk.values())
                .filter(quirk -> quirk.label.equals(label))
                .findFirst();
    }
}

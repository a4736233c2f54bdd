package dev.venicesim.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A named point where documents and observed behaviour disagree, or where the documents leave a choice. The first value
 * is the default and follows the documents, unless an edition's data says otherwise; each other value is what was seen
 * or what some clients need. Source: docs/api/disagreements.md.
 */
public enum ApiQuirk {
    UNKNOWN_QUEUE_ID(
            "unknown-queue-id",
            "what an id nobody was given answers",
            "docs/api/disagreements.md, \"Unknown queue ids\"",
            "404",
            "400"),
    UNKNOWN_MODEL(
            "unknown-model",
            "how an unlisted model is refused",
            "docs/api/disagreements.md, \"Unknown models\"",
            "404",
            "404-named",
            "400"),
    MISSING_MODEL(
            "missing-model",
            "how requests without model answer",
            "docs/api/disagreements.md, \"Missing model on retrieve and complete\"",
            "zod",
            "plain",
            "lenient"),
    MEDIA_NOT_FOUND_TEXT(
            "media-not-found-text",
            "whether the 404 text says may once or twice",
            "docs/api/disagreements.md, \"Doubled may\"",
            "double-may",
            "single-may"),
    COMPLETE(
            "complete",
            "what complete answers for an id of this caller's",
            "docs/api/disagreements.md, \"Complete in practice against the documents\"",
            "200",
            "400"),
    COMPLETE_UNKNOWN(
            "complete-unknown-id",
            "what complete answers for any other id",
            "docs/api/disagreements.md, \"Complete for unknown ids\"",
            "400",
            "404"),
    DOWNLOAD_LINKS(
            "download-links",
            "which models hand out a download_url",
            "docs/api/disagreements.md, \"Models with links\"",
            "private",
            "all-grok"),
    DELETED_LINK(
            "deleted-link",
            "what a revoked download link answers",
            "docs/api/disagreements.md, \"Status of a deleted link\"",
            "410",
            "404"),
    QUOTE_UPSCALE(
            "quote-upscale",
            "whether an upscale quote needs a key",
            "docs/api/disagreements.md, \"Quote without credentials\"",
            "open",
            "needs-key"),
    INVALID_CONTENT_TYPE(
            "invalid-content-type",
            "status of a body that is not declared JSON",
            "docs/api/disagreements.md, \"Status of a wrong content type\"",
            "415",
            "400"),
    PAYLOAD_TOO_LARGE(
            "payload-too-large",
            "which text the 413 carries",
            "docs/api/disagreements.md, \"Body size and its text\"",
            "body",
            "table"),
    BARE_SECONDS(
            "bare-seconds",
            "whether a duration such as 8 counts as 8s",
            "docs/api/disagreements.md, \"Durations without a unit\"",
            "refuse",
            "accept"),
    AUTO_DURATION(
            "auto-duration",
            "whether queue takes a listed Auto",
            "docs/api/disagreements.md, \"Automatic durations\"",
            "accept",
            "refuse"),
    FIELD_ALIASES(
            "field-aliases",
            "whether referenceImageUrls and image_urls are understood",
            "docs/api/disagreements.md, \"Camel case reference field\"",
            "off",
            "on"),
    AUDIO_FLAG(
            "audio-flag",
            "audio sent to a model that cannot configure it",
            "docs/api/disagreements.md, \"Audio on models without the setting\"",
            "refuse",
            "ignore"),
    FILE_DEFAULTS(
            "file-defaults",
            "audio true and upscale_factor 2, the OpenAPI file's defaults, sent to a model that lacks them",
            "docs/api/disagreements.md, \"Defaults of the OpenAPI file\"",
            "refuse",
            "ignore"),
    UNKNOWN_FIELDS(
            "unknown-fields",
            "fields of queue that no document names",
            "docs/api/disagreements.md, \"Unknown fields of queue\"",
            "ignore",
            "refuse"),
    ERROR_CODES(
            "error-codes",
            "whether table errors carry their code beside the text",
            "docs/api/disagreements.md, \"Codes beside error texts\"",
            "off",
            "on"),
    CONTENT_VIOLATION_BODY(
            "content-violation-body",
            "where the token of a content 422 stands",
            "docs/api/disagreements.md, \"Token of a content refusal\"",
            "message",
            "token"),
    CONSENT_COUNTS_AS_FAILED(
            "consent-counts-as-failed",
            "whether a 409 counts against the failed-request budget",
            "docs/api/disagreements.md, \"What counts as a failure\"",
            "off",
            "on"),
    SCAN_VIDEO_URL(
            "scan-video-url",
            "whether video_url is searched for faces",
            "docs/api/disagreements.md, \"Faces in video url\"",
            "off",
            "on"),
    PROVIDER_REFUSAL_BODY(
            "provider-refusal-body",
            "form of a provider's refusal on retrieve",
            "docs/api/disagreements.md, \"Form of a provider refusal\"",
            "object",
            "string"),
    SIGN_IN_CODES(
            "sign-in-codes",
            "whether a bad sign-in names its X402_SIGN_IN code",
            "docs/api/disagreements.md, \"Codes of a bad sign in\"",
            "off",
            "on"),
    MISSING_SIGN_IN(
            "missing-sign-in",
            "balance and transactions without sign-in",
            "docs/api/disagreements.md, \"Missing sign in\"",
            "401",
            "402"),
    MISSING_KEY(
            "missing-key",
            "what routes that take keys alone answer without credentials",
            "docs/api/disagreements.md, \"Missing key\"",
            "401",
            "402"),
    SIGN_IN_NONCE(
            "sign-in-nonce",
            "letters of the nonce that a sign-in challenge offers",
            "docs/api/disagreements.md, \"Letters of a nonce\"",
            "alphanumeric",
            "url-safe"),
    FAILED_TOP_UP(
            "failed-top-up",
            "body of the 402 for a payment that did not settle",
            "docs/api/disagreements.md, \"Body of a failed top up\"",
            "requirements",
            "code"),
    WALLET_MISMATCH_TEXT(
            "wallet-mismatch-text",
            "text for another wallet's path",
            "docs/api/disagreements.md, \"Text for another wallet\"",
            "resources",
            "balance"),
    DISCOVERY_TEXT(
            "discovery-text",
            "error of the 402 without credentials",
            "docs/api/disagreements.md, \"Text of the offer\"",
            "payment",
            "authentication"),
    WALLET_CHARGE(
            "wallet-charge",
            "when a wallet's charge is written",
            "docs/api/disagreements.md, \"Moment of a wallet charge\"",
            "on-success",
            "on-accept"),
    BALANCE_REMAINING(
            "balance-remaining",
            "whether x402 replies carry X-Balance-Remaining",
            "docs/api/disagreements.md, \"Remaining balance header\"",
            "on",
            "off"),
    RUNWAY_REFUND(
            "runway-refund",
            "whether Runway's refusals are refunded",
            "docs/api/disagreements.md, \"Refunds of Runway\"",
            "refunded",
            "kept"),
    RATE_LIMIT_RESET(
            "ratelimit-reset",
            "unit of x-ratelimit-reset-requests",
            "docs/api/disagreements.md, \"Unit of the limit reset\"",
            "seconds",
            "milliseconds"),
    RATE_LIMIT_HEADERS(
            "ratelimit-headers",
            "whether the token headers are sent too",
            "docs/api/disagreements.md, \"Token limit headers\"",
            "all",
            "requests"),
    FAILED_BUDGET(
            "failed-budget",
            "failed requests in 30 s before the block",
            "docs/api/disagreements.md, \"Size of the failure budget\"",
            "20",
            "50"),
    FAILED_BUDGET_BODY(
            "failed-budget-body",
            "whether the 429 of the block after failures carries a customMessage beside the error",
            "docs/api/edition-2026-10-02.md#headers-of-october",
            "error",
            "custom-message"),
    WALLET_LIMITS(
            "wallet-limits",
            "whether the x402 routes are limited",
            "docs/api/disagreements.md, \"Limits of the wallet routes\"",
            "none",
            "observed"),
    LOG_KEY(
            "rate-limit-log-key",
            "which keys may read the rate limit log",
            "docs/api/disagreements.md, \"Keys for the limit log\"",
            "any",
            "admin"),
    TRANSCRIPTIONS(
            "transcriptions",
            "whether transcriptions still answer",
            "docs/api/disagreements.md, \"Closed transcriptions\"",
            "200",
            "410"),
    EXPIRED_QUEUE_ID(
            "expired-queue-id",
            "what an id answers whose day is over",
            "docs/api/edition-2026-10-02.md#retrieve-with-an-unlisted-model",
            "404",
            "400"),
    RETRIEVE_UNLISTED_MODEL(
            "retrieve-unlisted-model",
            "what retrieve answers that names a model nobody lists",
            "docs/api/edition-2026-10-02.md#retrieve-with-an-unlisted-model",
            "as-unknown-id",
            "404"),
    REMOVED_MODEL(
            "removed-model",
            "what becomes of requests for a model that is gone from the list",
            "docs/api/edition-2026-10-02.md#removed-models",
            "unknown",
            "remap",
            "410"),
    LATE_FAILURES(
            "late-failures",
            "whether inputs that the provider refuses fail at retrieve",
            "docs/api/edition-2026-10-02.md#failures-found-at-retrieve",
            "off",
            "on"),
    UPSCALE_QUOTE_LIMIT(
            "upscale-quote-limit",
            "how many upscale quotes a minute a user may ask for",
            "docs/api/edition-2026-10-02.md#quotes-that-need-the-clip",
            "none",
            "40"),
    DEPRECATION(
            "deprecation",
            "whether removal dates are applied",
            "docs/api/disagreements.md, \"Removal dates\"",
            "edition",
            "clock");

    private final String label;
    private final String decides;
    private final String source;
    private final List<String> values;

    ApiQuirk(String label, String decides, String source, String... values) {
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

    public static Optional<ApiQuirk> find(String label) {
        return Arrays.stream(ApiQuirk.values())
                .filter(quirk -> quirk.label.equals(label))
                .findFirst();
    }
}

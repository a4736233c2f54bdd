package dev.venicesim.billing;

import java.util.Locale;

/**
 * Purchase that a charge pays for; {@link #NONE} on entries that no job caused.
 *
 * @param queueId the job's id, and the key by which charges, settlements and refunds are idempotent
 * @param model the model's id
 * @param keyId which of the account's keys bought it: an opaque id, never the credential; a wallet's address for
 *     wallets
 * @param sku the product name that the billing reads show, see {@link #sku}
 * @param seconds seconds of video bought; 0 if unknown
 */
public record Purchase(String queueId, String model, String keyId, String sku, int seconds) {

    public static final Purchase NONE = new Purchase("", "", "", "", 0);

    /**
     * The product name of a clip, in the form seen:
     * {@code wan-2.5-preview-text-to-video-duration-resolution-rate-10s-720p-audio}. Verified 2026-08-24,
     * docs/api/money-and-prices.md#product-names-in-billing.
     *
     * @param resolution empty if the price does not depend on it
     */
    public static String sku(String model, String duration, String resolution, boolean audio) {
        var rate = resolution.isEmpty() ? "-duration-rate-" : "-duration-resolution-rate-";
        var size = resolution.isEmpty() ? "" : "-" + resolution;
        return (model + rate + duration + size + (audio ? "-audio" : "")).toLowerCase(Locale.ROOT);
    }

    /**
     * The same purchase, with the texts it has in common with an earlier one kept once: together they would be a fifth
     * of what a job takes.
     */
    Purchase sharing(Purchase earlier) {
        return new Purchase(
                queueId,
                model.equals(earlier.model) ? earlier.model : model,
                keyId.equals(earlier.keyId) ? earlier.keyId : keyId,
                sku.equals(earlier.sku) ? earlier.sku : sku,
                seconds);
    }

    /** Whether no job is behind the entry. */
    public boolean isNone() {
        return queueId.isEmpty();
    }
}

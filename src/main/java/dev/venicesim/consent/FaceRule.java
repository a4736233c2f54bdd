package dev.venicesim.consent;

import dev.venicesim.catalog.Edition;
import dev.venicesim.error.Verified;
import java.util.Set;

/** What a model does about faces. */
public enum FaceRule {
    /** It never looks. */
    IGNORES,
    /** It asks for consent with a 409. */
    ASKS,
    /** It takes the request; the provider refuses later and the charge comes back. */
    PROVIDER_REFUSES;

    private static final Set<String> ASKING = Set.of(
            "seedance-2-0-image-to-video",
            "seedance-2-0-reference-to-video",
            "seedance-2-0-fast-image-to-video",
            "seedance-2-0-fast-reference-to-video");

    /** The rule of a model: four ids ask in both editions, unlisted though they are in the later; the later's {@code -basic} ids leave it to the provider. */
    @Verified(on = "2026-08-21", source = "api-facts 4; observed-behaviour A5, A10 #5")
    public static FaceRule of(Edition edition, String modelId) {
        if (ASKING.contains(modelId)) {
            return ASKS;
        }
        var basic = modelId.startsWith("seedance-") && modelId.endsWith("-basic");
        return basic && edition.compareTo(Edition.E2026_08_21) >= 0 ? PROVIDER_REFUSES : IGNORES;
    }
}

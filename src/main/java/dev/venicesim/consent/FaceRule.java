package dev.venicesim.consent;

import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.Trait;
import dev.venicesim.error.Verified;

/** What a model does about faces. */
public enum FaceRule {
    /** It never looks. */
    IGNORES,
    /** It asks for consent with a 409. */
    ASKS,
    /** It takes the request; the provider refuses later and the charge comes back. */
    PROVIDER_REFUSES;

    /**
     * The rule of a model. The catalogue says which ids ask: four in both editions, unlisted though they are in the later. Seedance ids that end in
     * {@code -basic} leave faces to the provider.
     */
    @Verified(on = "2026-08-21", source = "api-facts 4; observed-behaviour A5, A10 #5")
    public static FaceRule of(Model model) {
        if (model.rules().has(Trait.CONSENT)) {
            return ASKS;
        }
        var basic = model.id().startsWith("seedance-") && model.id().endsWith("-basic");
        return basic ? PROVIDER_REFUSES : IGNORES;
    }
}

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

    /** The rule of a model, as its traits tell. */
    @Verified(on = "2026-08-21", source = "api-facts 4; observed-behaviour A5, A10 #5")
    public static FaceRule of(Model model) {
        var rules = model.rules();
        if (rules.has(Trait.CONSENT)) {
            return ASKS;
        }
        return rules.has(Trait.FACES_AT_PROVIDER) ? PROVIDER_REFUSES : IGNORES;
    }
}

package dev.venicesim.consent;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelTrait;

/** Rule of a model about faces. */
public enum FaceRule {
    /** It never looks. */
    IGNORES,
    /** It asks for consent with a 409. */
    ASKS,
    /** It takes the request; the provider refuses later and the charge comes back. */
    PROVIDER_REFUSES;

    /** The rule of a model, as its traits tell. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/consent-and-content.md#models-that-ask-for-consent,"
                    + " docs/api/consent-and-content.md#models-that-do-not-ask")
    public static FaceRule of(Model model) {
        var rules = model.rules();
        if (rules.has(ModelTrait.CONSENT)) {
            return ASKS;
        }
        return rules.has(ModelTrait.FACES_AT_PROVIDER) ? PROVIDER_REFUSES : IGNORES;
    }
}

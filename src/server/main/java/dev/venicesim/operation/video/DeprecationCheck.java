package dev.venicesim.operation.video;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.Deprecation;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.pipeline.Exchange;

/**
 * Check whether a model has been removed. An edition is judged at its own date, so removal dates are only shown, unless
 * the quirk has them applied by the world's clock.
 */
final class DeprecationCheck {

    private DeprecationCheck() {}

    @Verified(
            on = "2026-08-21",
            source = "docs/api/models.md#deprecation-and-removal, docs/api/disagreements.md#removal-dates")
    static Verdict<Model> check(Exchange exchange, Model model) {
        if (!exchange.quirks().is(ApiQuirk.DEPRECATION, "clock")) {
            return Verdict.accept(model);
        }
        return model.card().deprecation().stream()
                .map(Deprecation::removal)
                .filter(removal -> !exchange.now().isBefore(removal))
                .findFirst()
                .<Verdict<Model>>map(removal -> Verdict.refuse(
                        RequestErrors.modelRemoved(),
                        "the model was removed on " + removal + " by the world's clock (quirk deprecation=clock)"))
                .orElseGet(() -> Verdict.accept(model));
    }
}

package dev.venicesim.endpoint;

import dev.venicesim.catalog.Deprecation;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.Verified;

/** Whether a model has been removed. An edition is judged at its own date, so removal dates are only shown, unless the quirk has them applied by the world's clock. */
final class Sunset {

    private Sunset() {}

    @Verified(on = "2026-08-21", source = "api-facts 6 (410 Gone after sunset), 11 #64")
    static Verdict<Model> check(Call call, Model model) {
        if (!call.quirks().is(Quirk.DEPRECATION, "clock")) {
            return Verdict.accept(model);
        }
        return model.card().deprecation().stream()
                .map(Deprecation::removal)
                .filter(removal -> !call.now().isBefore(removal))
                .findFirst()
                .<Verdict<Model>>map(removal -> Verdict.refuse(
                        RequestErrors.modelRemoved(),
                        "the model was removed on " + removal + " by the world's clock (quirk deprecation=clock)"))
                .orElseGet(() -> Verdict.accept(model));
    }
}

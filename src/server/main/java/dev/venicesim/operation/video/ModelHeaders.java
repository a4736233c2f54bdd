package dev.venicesim.operation.video;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.Deprecation;
import dev.venicesim.catalog.Model;
import dev.venicesim.wire.Headers;

/** Headers of a reply that say of which model it is. */
@Verified(on = "2026-08-21", source = "docs/api/limits-and-headers.md#headers-of-every-reply")
final class ModelHeaders {

    private ModelHeaders() {}

    static Headers of(Model model) {
        var headers = new Headers.Builder();
        headers.add("x-venice-model-id", model.id());
        headers.add("x-venice-model-name", model.card().name());
        headers.add("x-venice-model-router", model.id());
        for (var end : model.card().deprecation()) {
            headers.add("x-venice-model-deprecation-date", end.date());
            headers.add("x-venice-model-deprecation-warning", warning(model, end));
        }
        return headers.build();
    }

    /** The header is documented, its text is not; this one is ours. */
    private static String warning(Model model, Deprecation end) {
        return "The model " + model.id() + " is deprecated and will be removed on " + end.removesAt()
                + end.replacementModel()
                        .map(other -> "; use " + other + " instead")
                        .orElse("");
    }
}

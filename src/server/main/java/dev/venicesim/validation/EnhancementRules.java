package dev.venicesim.validation;

import static dev.venicesim.validation.FieldRows.accepts;
import static dev.venicesim.validation.FieldRows.row;

import dev.venicesim.catalog.EnhancementChoices;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.validation.RequestRule.OfField;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules of enhancers: their fields take what the model's constraint {@code enhancement} offers. */
final class EnhancementRules {

    private static final List<RequestField> WORDS = List.of(RequestField.ENHANCEMENT_MODEL, RequestField.OUTPUT_FORMAT);

    private static final List<RequestField> SLIDERS = List.of(
            RequestField.SOFTNESS,
            RequestField.CREATIVITY,
            RequestField.REALISM,
            RequestField.SHARP,
            RequestField.COMPRESSION,
            RequestField.NOISE,
            RequestField.HALO,
            RequestField.GRAIN,
            RequestField.RECOVER_DETAIL);

    static final List<OfField> TABLE = Stream.concat(
                    WORDS.stream().map(EnhancementRules::words),
                    SLIDERS.stream().map(EnhancementRules::slider))
            .toList();

    private EnhancementRules() {}

    /** The same for a quote, which reads the first of the fields only. */
    static OfField words(RequestField input) {
        Predicate<Model> offers = model -> !model.options(input).isEmpty();
        return row(
                accepts(input).and(offers),
                input,
                Narrowings.options(input, false),
                origin(input),
                model -> input + " is one of: " + String.join(", ", model.options(input)));
    }

    private static OfField slider(RequestField input) {
        Predicate<Model> offers =
                model -> EnhancementChoices.slider(model, input).isPresent();
        return row(
                accepts(input).and(offers),
                input,
                Narrowings.slider(input),
                origin(input),
                model -> input + " is "
                        + EnhancementChoices.slider(model, input)
                                .map(slider -> slider.min() + " to " + slider.max())
                                .orElse("free"));
    }

    private static RuleOrigin origin(RequestField input) {
        return new RuleOrigin(
                input.field().replace('_', '-') + "-offered",
                "docs/api/edition-2026-10-02.md#fields-of-the-topaz-suite",
                "2026-08-22");
    }
}

package dev.venicesim.validation;

import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.validation.RequestRule.Narrowing;
import dev.venicesim.validation.RequestRule.OfField;
import java.util.function.Function;
import java.util.function.Predicate;

/** The small words that rows about fields are made of. */
final class FieldRows {

    private FieldRows() {}

    /** A row whose words are those the client reads, said of the model. */
    static OfField row(Predicate<Model> when, RequestField input, Narrowing narrowing, RuleOrigin origin) {
        var required = origin.id().endsWith("-required");
        return row(when, input, narrowing, origin, model -> input + (required ? " is required" : " is refused"));
    }

    static OfField row(
            Predicate<Model> when,
            RequestField input,
            Narrowing narrowing,
            RuleOrigin origin,
            Function<Model, String> says) {
        return new OfField(origin, when, input.field(), narrowing, says);
    }

    static Predicate<Model> accepts(RequestField input) {
        return model -> model.rules().accepts(input);
    }

    static Predicate<Model> refuses(RequestField input) {
        return accepts(input).negate();
    }

    static Predicate<Model> requires(RequestField input) {
        return model -> model.rules().requires(input);
    }

    static Predicate<Model> duration(DurationMode mode) {
        return model -> model.rules().durationMode() == mode;
    }
}

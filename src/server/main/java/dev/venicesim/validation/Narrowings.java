package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.venicesim.catalog.EnhancementChoices;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.validation.RequestRule.Narrowing;
import dev.venicesim.validation.Shape.Amount;
import dev.venicesim.validation.Shape.Rows;
import dev.venicesim.validation.Shape.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToIntFunction;

/** The ways in which a model narrows a field. */
final class Narrowings {

    private Narrowings() {}

    /** The field must be there; Zod's {@code Required} otherwise. */
    static Narrowing required() {
        return (property, model, rule) -> property.needed(true, "", rule);
    }

    /** The field must be there; the API's own sentence otherwise. */
    static Narrowing requiredSaying(String missing) {
        return (property, model, rule) -> property.needed(true, missing, rule);
    }

    static Narrowing refused(String message) {
        return (property, model, rule) ->
                property.shaped(new Shape.Refused(message), rule).needed(false, "", rule);
    }

    static Narrowing ignored() {
        return (property, model, rule) ->
                property.shaped(new Shape.Anything(), rule).needed(false, "", rule);
    }

    /**
     * One of the model's own literals, and whether one is needed; of a model that lists none, any of the edition's or
     * none.
     */
    static Narrowing options(RequestField input, boolean needed) {
        return (property, model, rule) -> {
            var words = words(model.options(input));
            return words.isEmpty()
                    ? property.needed(false, "", rule)
                    : property.shaped(new Shape.OneOf(words), rule).needed(needed, "", rule);
        };
    }

    /** One of the model's own factors. */
    static Narrowing factors() {
        return (property, model, rule) -> property.shaped(
                new Shape.OneOfNumbers(model.rules().limits().upscale().factors().stream()
                        .map(factor -> (JsonNode) JsonNodeFactory.instance.numberNode(factor))
                        .toList()),
                rule);
    }

    static Narrowing promptLimit() {
        return (property, model, rule) -> {
            var text = (Text) property.shape();
            return property.shaped(
                    new Text(text.min(), text.max(), model.rules().promptLimit()), rule);
        };
    }

    /** A list as long as the model allows, at most as long as the edition does. */
    static Narrowing cap(RequestField input, String tooMany) {
        return (property, model, rule) -> {
            var rows = (Rows) property.shape();
            var max = Math.min(rows.max(), model.rules().maxItems(input));
            return property.shaped(
                    new Rows(rows.item(), rows.min(), max, tooMany.replace("%d", Integer.toString(max))), rule);
        };
    }

    /** Any text at all. */
    static Narrowing anyText() {
        return (property, model, rule) -> property.shaped(new Text(0, Integer.MAX_VALUE, Integer.MAX_VALUE), rule)
                .needed(false, "", rule);
    }

    static Narrowing seconds(int max) {
        return (property, model, rule) ->
                property.shaped(new Shape.Seconds(max), rule).needed(false, "", rule);
    }

    /** A number as large as the model allows, if it says so, and at most as large as the edition does. */
    static Narrowing atMost(ToIntFunction<Model> max) {
        return (property, model, rule) -> {
            var amount = (Amount) property.shape();
            var own = max.applyAsInt(model);
            var bound = own > 0 ? BigDecimal.valueOf(own).min(amount.max()) : amount.max();
            return property.shaped(new Amount(amount.whole(), amount.min(), bound, amount.above()), rule);
        };
    }

    /** A number between the ends of the slider that the model publishes, if it does, and of the edition's bounds. */
    static Narrowing slider(RequestField input) {
        return (property, model, rule) -> {
            var amount = (Amount) property.shape();
            return EnhancementChoices.slider(model, input)
                    .map(slider -> property.shaped(
                            new Amount(
                                    amount.whole(),
                                    /* min= */ slider.min().max(amount.min()),
                                    /* max= */ slider.max().min(amount.max()),
                                    amount.above()),
                            rule))
                    .orElse(property);
        };
    }

    private static List<JsonNode> words(List<String> options) {
        return options.stream()
                .map(option -> (JsonNode) JsonNodeFactory.instance.textNode(option))
                .toList();
    }
}

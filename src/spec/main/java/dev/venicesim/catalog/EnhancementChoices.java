package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Choices that an enhancer publishes in its constraint {@code enhancement}; what it leaves out is not narrowed. */
@Verified(on = "2026-08-22", source = "docs/api/edition-2026-10-02.md#fields-of-the-topaz-suite")
public final class EnhancementChoices {

    /**
     * The ends of a slider.
     *
     * @param min inclusive
     * @param max inclusive
     */
    public record Slider(BigDecimal min, BigDecimal max) {}

    private EnhancementChoices() {}

    /** The values of {@code enhancement_model}, or of a select; empty where none are published. */
    static List<String> words(Constraints constraints, RequestField input) {
        var values = input == RequestField.ENHANCEMENT_MODEL
                ? list(constraints, "models").map(model -> model.path("value"))
                : list(constraints, "selects")
                        .filter(select -> isOf(select, input))
                        .flatMap(select ->
                                StreamSupport.stream(select.path("options").spliterator(), false));
        return values.filter(JsonNode::isTextual).map(JsonNode::textValue).toList();
    }

    /** Whether the constraint says of a field, by its name, that it is taken, or that it is not. */
    static boolean says(Constraints constraints, RequestField input, boolean taken) {
        return enhancement(constraints)
                .map(found -> found.path(input.field()))
                .filter(found -> found.isBoolean() && found.booleanValue() == taken)
                .isPresent();
    }

    /** The slider of a field, if one is published. */
    public static Optional<Slider> slider(Model model, RequestField input) {
        return list(model.constraints(), "sliders")
                .filter(slider -> isOf(slider, input)
                        && slider.path("min").isNumber()
                        && slider.path("max").isNumber())
                .map(slider -> new Slider(
                        slider.path("min").decimalValue(), slider.path("max").decimalValue()))
                .findFirst();
    }

    private static boolean isOf(JsonNode choice, RequestField input) {
        return choice.path("param").asText().equals(input.field());
    }

    private static Stream<JsonNode> list(Constraints constraints, String key) {
        return enhancement(constraints).stream()
                .flatMap(found -> StreamSupport.stream(found.path(key).spliterator(), false));
    }

    private static Optional<JsonNode> enhancement(Constraints constraints) {
        return Optional.ofNullable(constraints.others().get("enhancement"));
    }
}

package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.money.LineItem;
import java.math.BigDecimal;
import java.util.List;

/**
 * Price of so much a clip by the step its length falls into: the first that is not shorter, and the last for anything
 * longer.
 *
 * @param steps from the shortest to the longest, at least one
 */
public record PerStep(List<Step> steps) implements Price {

    public PerStep {
        steps = List.copyOf(steps);
    }

    /**
     * A length and what a clip up to it costs.
     *
     * @param seconds inclusive
     */
    public record Step(BigDecimal seconds, SoundPrice price) {}

    @Override
    public LineItem bill(ClipUsage usage) {
        var step = steps.stream()
                .filter(longer -> usage.seconds().compareTo(longer.seconds()) <= 0)
                .findFirst()
                .orElse(steps.get(steps.size() - 1));
        return LineItem.of(step.price().of(usage.sound()), BigDecimal.ONE);
    }

    @Override
    public void writeTo(ObjectNode row) {
        row.put("per", "clip");
        var written = row.putArray("steps");
        steps.forEach(step -> step.price().writeTo(written.addObject().put("seconds", step.seconds())));
    }
}

package dev.venicesim.validation;

import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.validation.Rule.OfField;
import dev.venicesim.validation.Rule.Origin;
import dev.venicesim.validation.Shape.Fields;
import java.util.ArrayList;
import java.util.List;

/**
 * The quirks that change the rules of a queue request.
 *
 * @param audioIgnored {@code audio-flag=ignore}
 * @param autoRefused {@code auto-duration=refuse}
 * @param unknownRefused {@code unknown-fields=refuse}
 */
record Variant(boolean audioIgnored, boolean autoRefused, boolean unknownRefused) {

    static Variant of(Quirks quirks) {
        return new Variant(
                quirks.is(Quirk.AUDIO_FLAG, "ignore"),
                quirks.is(Quirk.AUTO_DURATION, "refuse"),
                quirks.is(Quirk.UNKNOWN_FIELDS, "refuse"));
    }

    /** Rows that come after those of the documents. */
    List<OfField> fields() {
        var rows = new ArrayList<>(QueueRules.TABLE);
        if (audioIgnored) {
            rows.add(row(
                    Input.AUDIO,
                    new Origin("audio-ignored", "quirk audio-flag; api-facts 11 #43", "2026-08-21"),
                    Narrowings.ignored()));
        }
        if (autoRefused) {
            rows.add(row(
                    Input.DURATION,
                    new Origin("auto-refused", "quirk auto-duration; observed A2", "2026-10-02"),
                    Narrowings.seconds(300)));
        }
        return rows;
    }

    Fields schema(Fields queue) {
        return unknownRefused ? new Fields(queue.properties(), true) : queue;
    }

    private static OfField row(Input input, Origin origin, Rule.Narrowing narrowing) {
        return new OfField(
                origin,
                model -> input == Input.AUDIO
                        ? !model.rules().accepts(input)
                        : model.rules().durationMode() != DurationMode.LISTED,
                input.field(),
                narrowing,
                (Model model) -> input + " as the live server was seen to take it");
    }
}

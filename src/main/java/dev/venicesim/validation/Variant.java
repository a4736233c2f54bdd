package dev.venicesim.validation;

import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.Verified;
import dev.venicesim.validation.Rule.OfField;
import dev.venicesim.validation.Shape.Fields;
import dev.venicesim.validation.Shape.Property;
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

    /** Names that guides send and the API ignores. */
    @Verified(on = "2026-08-21", source = "api-facts 1.3, 5.1, 11 #30")
    private static final List<String> NAMED_IN_GUIDES =
            List.of("reference_video_total_duration", "image_references", "video_references");

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
        if (!unknownRefused) {
            return queue;
        }
        var known = new ArrayList<>(queue.properties());
        NAMED_IN_GUIDES.forEach(
                name -> known.add(new Property(name, new Shape.Anything(), false, "", ShapeReader.SCHEMA)));
        return new Fields(List.copyOf(known), true);
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

package dev.venicesim.validation;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.validation.RequestRule.OfField;
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
record RuleVariant(boolean audioIgnored, boolean autoRefused, boolean unknownRefused) {

    /** Names that guides send and the API ignores. */
    @Verified(on = "2026-08-21", source = "docs/api/queue.md#names-that-only-guides-use")
    private static final List<String> NAMED_IN_GUIDES =
            List.of("reference_video_total_duration", "image_references", "video_references");

    static RuleVariant of(QuirkSettings quirks) {
        return new RuleVariant(
                quirks.is(ApiQuirk.AUDIO_FLAG, "ignore"),
                quirks.is(ApiQuirk.AUTO_DURATION, "refuse"),
                quirks.is(ApiQuirk.UNKNOWN_FIELDS, "refuse"));
    }

    /** Rows that come after those of the documents. */
    List<OfField> fields() {
        var rows = new ArrayList<>(QueueRules.TABLE);
        if (audioIgnored) {
            rows.add(row(
                    RequestField.AUDIO,
                    new RuleOrigin(
                            "audio-ignored",
                            "quirk audio-flag;" + " docs/api/disagreements.md, \"Audio on models without the setting\"",
                            "2026-08-21"),
                    Narrowings.ignored()));
        }
        if (autoRefused) {
            rows.add(row(
                    RequestField.DURATION,
                    new RuleOrigin(
                            "auto-refused",
                            "quirk auto-duration; docs/api/queue.md, \"Durations that follow the source\"",
                            "2026-10-02"),
                    Narrowings.seconds(300)));
        }
        return rows;
    }

    /** The schema with every object in it closed, since every legal key is known. */
    @Verified(on = "2026-10-02", source = "docs/api/edition-2026-10-02.md#strict-keys")
    Fields schema(Fields queue) {
        if (!unknownRefused) {
            return queue;
        }
        var known = new ArrayList<>(closed(queue).properties());
        NAMED_IN_GUIDES.stream()
                .filter(name -> queue.properties().stream()
                        .noneMatch(property -> property.name().equals(name)))
                .forEach(name -> known.add(new Property(name, new Shape.Anything(), false, "", ShapeReader.SCHEMA)));
        return new Fields(List.copyOf(known), true);
    }

    private static Shape closed(Shape shape) {
        if (shape instanceof Shape.Rows rows) {
            return new Shape.Rows(closed(rows.item()), rows.min(), rows.max(), rows.tooMany());
        }
        return shape instanceof Fields fields ? closed(fields) : shape;
    }

    private static Fields closed(Fields fields) {
        var properties = fields.properties().stream()
                .map(property -> property.shaped(closed(property.shape()), property.rule()))
                .toList();
        return new Fields(properties, true);
    }

    private static OfField row(RequestField input, RuleOrigin origin, RequestRule.Narrowing narrowing) {
        return new OfField(
                origin,
                model -> input == RequestField.AUDIO
                        ? !model.rules().accepts(input)
                        : model.rules().durationMode() != DurationMode.LISTED,
                input.field(),
                narrowing,
                (Model model) -> input + " as the live server was seen to take it");
    }
}

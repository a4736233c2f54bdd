package dev.venicesim.validation.media;

import dev.venicesim.catalog.Model;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.MediaTexts;
import dev.venicesim.validation.MediaRole;
import dev.venicesim.validation.media.MediaRule.Judge;
import dev.venicesim.validation.media.MediaRule.Sum;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** The small words that rows about media are made of. */
final class MediaRows {

    static final Set<MediaRole> IMAGES = ofType(MediaRole.Type.IMAGE);
    static final Set<MediaRole> VIDEOS = ofType(MediaRole.Type.VIDEO);
    static final Set<MediaRole> SOUNDS = ofType(MediaRole.Type.AUDIO);

    /** The day of the edition that last showed the documents. */
    static final String E08 = "2026-08-21";

    private MediaRows() {}

    private static Set<MediaRole> ofType(MediaRole.Type type) {
        var roles = EnumSet.noneOf(MediaRole.class);
        for (var role : MediaRole.values()) {
            if (role.type() == type) {
                roles.add(role);
            }
        }
        return roles;
    }

    static Judge table(BiPredicate<JudgedMedium, Model> wrong, Supplier<ApiError> error) {
        return (medium, model) ->
                wrong.test(medium, model) ? Optional.of(new MediaComplaint.OfTable(error.get())) : Optional.empty();
    }

    static Judge field(BiPredicate<JudgedMedium, Model> wrong, Function<Model, String> text) {
        return (medium, model) -> wrong.test(medium, model)
                ? Optional.of(new MediaComplaint.OfField(text.apply(model)))
                : Optional.empty();
    }

    /** Files of known format that is none of these; of no formats at all, none is wrong. */
    static Judge formats(Function<Model, Set<String>> formats) {
        return field(
                (medium, model) -> outside(medium.format(), formats.apply(model)),
                model -> MediaTexts.formats(formats.apply(model)));
    }

    static boolean outside(Optional<String> known, Set<String> allowed) {
        return !allowed.isEmpty()
                && known.filter(value -> !allowed.contains(value)).isPresent();
    }

    static Judge bytes(ToLongFunction<Model> most) {
        return field(
                (medium, model) -> medium.measures().bytes().orElse(0) > most.applyAsLong(model),
                model -> MediaTexts.tooManyBytes(most.applyAsLong(model)));
    }

    /** Lengths outside two bounds in seconds, both inclusive. */
    static Judge length(ToIntFunction<Model> min, ToIntFunction<Model> max) {
        return field(
                (medium, model) -> medium.measures()
                        .length()
                        .filter(length -> length.compareTo(Duration.ofSeconds(min.applyAsInt(model))) < 0
                                || isLonger(length, max.applyAsInt(model)))
                        .isPresent(),
                model -> MediaTexts.perClip(min.applyAsInt(model), max.applyAsInt(model)));
    }

    static Judge atMostSeconds(int max) {
        return field(
                (medium, model) -> medium.measures()
                        .length()
                        .filter(length -> isLonger(length, max))
                        .isPresent(),
                model -> MediaTexts.tooLong(max));
    }

    static Sum total(ToIntFunction<Model> max) {
        return (media, asked) -> {
            var most = max.applyAsInt(asked.model());
            return isLonger(total(media), most)
                    ? Optional.of(new MediaComplaint.OfField(MediaTexts.total(most)))
                    : Optional.empty();
        };
    }

    /** How long they are together, as far as known. */
    static Duration total(List<JudgedMedium> media) {
        return media.stream()
                .flatMap(medium -> medium.measures().length().stream())
                .reduce(Duration.ZERO, MediaRows::plus);
    }

    /** Whether it is longer than so many seconds; 0 is no bound. */
    static boolean isLonger(Duration length, int seconds) {
        return seconds > 0 && length.compareTo(Duration.ofSeconds(seconds)) > 0;
    }

    /** Forged headers claim lengths whose sum no number holds. */
    private static Duration plus(Duration one, Duration other) {
        var most = Duration.ofSeconds(Long.MAX_VALUE / 4);
        return shorter(one, most).plus(shorter(other, most));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

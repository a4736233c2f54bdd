package dev.venicesim.validation.media;

import dev.venicesim.catalog.Model;
import dev.venicesim.validation.MediaRole;
import dev.venicesim.validation.RequestedClip;
import dev.venicesim.validation.RuleOrigin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One rule about the media of a request: for which models and roles it holds, what it says, and where it was taken
 * from.
 */
sealed interface MediaRule {

    RuleOrigin origin();

    /** For which models it holds, judged by catalogue data alone. */
    Predicate<Model> when();

    Set<MediaRole> roles();

    /** The rule in words, with the model's own figures. */
    Function<Model, String> says();

    /** Of which model, which clip was asked. */
    record Asked(Model model, RequestedClip clip) {}

    /** Judges each medium by itself. */
    record OfMedium(
            RuleOrigin origin, Predicate<Model> when, Set<MediaRole> roles, Judge judge, Function<Model, String> says)
            implements MediaRule {}

    /** Judges all media of a field together. */
    record OfField(
            RuleOrigin origin, Predicate<Model> when, Set<MediaRole> roles, Sum judge, Function<Model, String> says)
            implements MediaRule {}

    /** What is wrong with one medium, if anything. */
    @FunctionalInterface
    interface Judge {
        Optional<MediaComplaint> judge(JudgedMedium medium, Model model);
    }

    /** What is wrong with all media of a field together, if anything. */
    @FunctionalInterface
    interface Sum {
        Optional<MediaComplaint> judge(List<JudgedMedium> media, Asked asked);
    }
}

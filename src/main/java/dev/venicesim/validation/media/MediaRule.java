package dev.venicesim.validation.media;

import dev.venicesim.catalog.Model;
import dev.venicesim.validation.ClipSpec;
import dev.venicesim.validation.MediaRole;
import dev.venicesim.validation.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** One rule about the media of a request: for which models and roles it holds, what it says, and where it was taken from. */
sealed interface MediaRule {

    Origin origin();

    /** For which models it holds, judged by catalogue data alone. */
    Predicate<Model> when();

    Set<MediaRole> roles();

    /** The rule in words, with the model's own figures. */
    Function<Model, String> says();

    /** Of which model, which clip was asked. */
    record Asked(Model model, ClipSpec clip) {}

    /** Judges each medium by itself. */
    record OfMedium(
            Origin origin, Predicate<Model> when, Set<MediaRole> roles, Judge judge, Function<Model, String> says)
            implements MediaRule {}

    /** Judges all media of a field together. */
    record OfField(Origin origin, Predicate<Model> when, Set<MediaRole> roles, Sum judge, Function<Model, String> says)
            implements MediaRule {}

    /** What is wrong with one medium, if anything. */
    @FunctionalInterface
    interface Judge {
        Optional<Complaint> judge(Medium medium, Model model);
    }

    /** What is wrong with all media of a field together, if anything. */
    @FunctionalInterface
    interface Sum {
        Optional<Complaint> judge(List<Medium> media, Asked asked);
    }
}

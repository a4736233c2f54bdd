package dev.venicesim.validation.media;

import dev.venicesim.validation.MediaRole;

/** Check whether a medium is what its field is for; one that nobody opened is, unless its name says otherwise. */
final class MediaReadability {

    private MediaReadability() {}

    static boolean as(JudgedMedium medium, MediaRole.Type type) {
        return switch (medium.state()) {
            case WHOLE -> medium.type().filter(type::equals).isPresent();
            case BROKEN -> false;
            case DECLARED ->
                medium.type().isEmpty() || medium.type().filter(type::equals).isPresent();
            case FORBIDDEN, NO_MEDIUM -> true;
        };
    }
}

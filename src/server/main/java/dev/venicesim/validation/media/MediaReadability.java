package dev.venicesim.validation.media;

import dev.venicesim.validation.MediaRole;

/** Check whether a medium is what its field is for; nothing is held against one that nobody opened. */
final class MediaReadability {

    private MediaReadability() {}

    static boolean as(JudgedMedium medium, MediaRole.Type type) {
        return switch (medium.state()) {
            case WHOLE -> medium.type().filter(type::equals).isPresent();
            case BROKEN -> false;
            case DECLARED, FORBIDDEN, NO_MEDIUM -> true;
        };
    }
}

package dev.venicesim.validation.media;

import dev.venicesim.validation.MediaInput;
import dev.venicesim.validation.MediaRole;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A medium as its rules see it; what is not known is empty, and breaks no rule.
 *
 * @param input its role and where it stands
 * @param state how much of it could be read
 * @param format what its bytes are, or its name says where nobody opened it, in lower case ({@code png}, {@code mp4});
 *     empty if unknown
 * @param type what kind of medium that format holds; empty if unknown
 * @param measures what it measures
 */
public record JudgedMedium(
        MediaInput input, State state, Optional<String> format, Optional<MediaRole.Type> type, Measures measures) {

    /** How much of a medium could be read. */
    public enum State {
        /** Everything its format promises is there. */
        WHOLE,
        /** Cut short, contradicting itself, of no known format, or not decodable. */
        BROKEN,
        /** Behind an address nobody opens: known by declaration alone. */
        DECLARED,
        /** Behind an address no server of the API's would open. */
        FORBIDDEN,
        /** No data URL and no address. */
        NO_MEDIUM
    }

    /**
     * What a medium measures.
     *
     * @param bytes of the decoded file
     * @param width in pixels
     * @param height in pixels
     * @param videoCodec {@code h264}, {@code hevc}, ...
     * @param audioCodec of the sound inside a video, or of a sound file
     */
    public record Measures(
            OptionalLong bytes,
            OptionalLong width,
            OptionalLong height,
            Optional<Duration> length,
            Optional<String> videoCodec,
            Optional<String> audioCodec) {

        boolean hasSize() {
            return width.isPresent() && height.isPresent();
        }
    }

    /** Whether it is a file such as its field is for, as far as anybody looked. */
    boolean isOfItsField() {
        return (state == State.DECLARED || state == State.WHOLE)
                && MediaReadability.as(this, input.role().type());
    }
}

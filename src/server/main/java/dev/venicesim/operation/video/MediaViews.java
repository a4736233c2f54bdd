package dev.venicesim.operation.video;

import dev.venicesim.input.MediaReference;
import dev.venicesim.input.MediaUrl;
import dev.venicesim.media.probe.facts.AudioCodec;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.media.probe.facts.MediaFormat;
import dev.venicesim.media.probe.facts.MediaKind;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.media.probe.facts.VideoCodec;
import dev.venicesim.net.HostKind;
import dev.venicesim.validation.MediaInput;
import dev.venicesim.validation.MediaRole;
import dev.venicesim.validation.media.JudgedMedium;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Views of media in the words of the rules about them. */
final class MediaViews {

    private MediaViews() {}

    static JudgedMedium of(InspectedMedium medium) {
        var facts = medium.facts();
        // a file that nobody opens is what its name says
        var format = facts.state() == MediaState.UNFETCHED ? medium.magic().format() : facts.format();
        return new JudgedMedium(
                medium.input(), state(medium.input(), facts), format(format), type(format.kind()), measures(facts));
    }

    private static JudgedMedium.State state(MediaInput input, MediaFacts facts) {
        return switch (facts.state()) {
            case READABLE -> JudgedMedium.State.WHOLE;
            case CORRUPT -> document(input, facts) ? JudgedMedium.State.WHOLE : JudgedMedium.State.BROKEN;
            case TRUNCATED, UNDECODABLE -> JudgedMedium.State.BROKEN;
            case UNFETCHED -> address(input);
        };
    }

    /** Of a document no format is known, so nothing can contradict it. */
    private static boolean document(MediaInput input, MediaFacts facts) {
        return input.role().type() == MediaRole.Type.DOCUMENT && facts.format() == MediaFormat.UNKNOWN;
    }

    private static JudgedMedium.State address(MediaInput input) {
        if (input.isDataUrl() || !(MediaReference.of(input.value()) instanceof MediaUrl url)) {
            return JudgedMedium.State.NO_MEDIUM;
        }
        return url.hostKind() == HostKind.PUBLIC ? JudgedMedium.State.DECLARED : JudgedMedium.State.FORBIDDEN;
    }

    private static Optional<String> format(MediaFormat known) {
        return Optional.of(known)
                .filter(format -> format != MediaFormat.UNKNOWN)
                .map(MediaFormat::label);
    }

    private static Optional<MediaRole.Type> type(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> Optional.of(MediaRole.Type.IMAGE);
            case VIDEO -> Optional.of(MediaRole.Type.VIDEO);
            case AUDIO -> Optional.of(MediaRole.Type.AUDIO);
            case UNKNOWN -> Optional.empty();
        };
    }

    private static JudgedMedium.Measures measures(MediaFacts facts) {
        var measures = facts.measures();
        return new JudgedMedium.Measures(
                measures.bytes(),
                side(measures.size().map(Size::width)),
                side(measures.size().map(Size::height)),
                measures.duration(),
                measures.videoCodec().map(MediaViews::label),
                measures.audioCodec().map(MediaViews::label));
    }

    private static OptionalLong side(Optional<Long> pixels) {
        return pixels.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** As the catalogue writes it. */
    private static String label(VideoCodec codec) {
        return codec == VideoCodec.H265 ? "hevc" : codec.name().toLowerCase(Locale.ROOT);
    }

    private static String label(AudioCodec codec) {
        return codec.name().toLowerCase(Locale.ROOT);
    }
}

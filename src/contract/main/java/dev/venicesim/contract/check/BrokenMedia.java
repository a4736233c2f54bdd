package dev.venicesim.contract.check;

import dev.venicesim.catalog.ClipLimits;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Media that break one rule of a model about what is in them, by what they stand for in a request: as files, and by names
 * that say as much.
 */
final class BrokenMedia {

    private static final String HOST = "https://media.example.com/in-";

    /** The longest that a sound of {@code audio_url} plays. Source: docs/api/media.md, "Sound limits". */
    private static final int MOST_SOUND_SECONDS = 30;

    /** No picture may be this wide, by the rules of the simulator. */
    private static final int TOO_WIDE = 16_400;

    /** Kinds of media: the address that stands for them, and what breaks in them for a model in a field. */
    enum Kind {
        PICTURE(
                MediaSamples.PICTURE,
                (model, field) -> pictures(model),
                List.of(
                        SmallFiles.called("image/png", SmallFiles.clip(5)),
                        SmallFiles.page("image/png"),
                        SmallFiles.page("text/html"),
                        SmallFiles.picture(TOO_WIDE, TOO_WIDE))),
        CLIP(
                MediaSamples.CLIP,
                BrokenMedia::clips,
                List.of(
                        SmallFiles.called("video/mp4", SmallFiles.picture(640, 640)),
                        SmallFiles.called("video/mp4", SmallFiles.sound(5)),
                        SmallFiles.page("video/mp4"))),
        SOUND(
                MediaSamples.SOUND,
                BrokenMedia::sounds,
                List.of(
                        SmallFiles.called("audio/mpeg", SmallFiles.clip(5)),
                        SmallFiles.called("audio/wav", SmallFiles.picture(640, 640))));

        private final String whole;
        private final BiFunction<Model, RequestField, Stream<String>> broken;
        private final List<String> ofAnotherKind;

        Kind(String whole, BiFunction<Model, RequestField, Stream<String>> broken, List<String> ofAnotherKind) {
            this.whole = whole;
            this.broken = broken;
            this.ofAnotherKind = ofAnotherKind;
        }

        /** The address of one that is right. */
        String whole() {
            return whole;
        }

        /** Those that break a rule with a figure, and one that cannot be read. */
        List<String> broken(Model model, RequestField field) {
            return broken.apply(model, field).distinct().toList();
        }

        /** Files of another kind under a type of this one. */
        List<String> ofAnotherKind() {
            return ofAnotherKind;
        }
    }

    private BrokenMedia() {}

    private static Stream<String> pictures(Model model) {
        var limits = model.rules().limits().images();
        var least = limits.minSidePixels();
        var small = least == 0
                ? Stream.<String>of()
                : Stream.of(
                        HOST + (least - 1) + "x" + (least + 20) + ".png", SmallFiles.picture(least + 20, least - 1));
        var most = limits.maxRatio().intValue() + 1;
        var narrow = limits.maxRatio().signum() == 0
                ? Stream.<String>of()
                : Stream.of(HOST + 400 * most + "x400.png", SmallFiles.picture(400, 400 * most));
        return Stream.of(Stream.of(SmallFiles.brokenPicture()), small, narrow).flatMap(media -> media);
    }

    private static Stream<String> clips(Model model, RequestField field) {
        var upscaled = model.rules().limits().upscale().maxSeconds();
        var lengths = field == RequestField.VIDEO_URL
                ? upscaled == 0 ? IntStream.of() : IntStream.of(upscaled + 1, 2 * upscaled)
                : outside(model.rules().limits().referenceVideos());
        return Stream.concat(
                Stream.of(SmallFiles.brokenClip()),
                both(lengths, SmallFiles::clip, seconds -> HOST + "1280x720-" + seconds + "s.mp4"));
    }

    private static Stream<String> sounds(Model model, RequestField field) {
        var limits = model.rules().limits().referenceAudios();
        var own = field == RequestField.AUDIO_URL ? IntStream.of(MOST_SOUND_SECONDS + 1) : IntStream.of();
        return Stream.concat(
                Stream.of(SmallFiles.called("audio/wav", SmallFiles.brokenPicture())),
                both(IntStream.concat(own, outside(limits)), SmallFiles::sound, seconds -> HOST + seconds + "s.mp3"));
    }

    private static IntStream outside(ClipLimits limits) {
        return IntStream.of(limits.minSeconds() - 1, limits.maxSeconds() == 0 ? 0 : limits.maxSeconds() + 1)
                .filter(seconds -> seconds > 0);
    }

    private static Stream<String> both(IntStream lengths, IntFunction<String> file, IntFunction<String> name) {
        return lengths.boxed().flatMap(seconds -> Stream.of(file.apply(seconds), name.apply(seconds)));
    }
}

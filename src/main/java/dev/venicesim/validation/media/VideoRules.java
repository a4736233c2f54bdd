package dev.venicesim.validation.media;

import static dev.venicesim.validation.media.Rows.E08;
import static dev.venicesim.validation.media.Rows.VIDEOS;
import static dev.venicesim.validation.media.Rows.bytes;
import static dev.venicesim.validation.media.Rows.field;
import static dev.venicesim.validation.media.Rows.formats;
import static dev.venicesim.validation.media.Rows.length;
import static dev.venicesim.validation.media.Rows.outside;
import static dev.venicesim.validation.media.Rows.table;
import static dev.venicesim.validation.media.Rows.total;

import dev.venicesim.catalog.ClipLimits;
import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Kind;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.MediaErrors;
import dev.venicesim.error.MediaTexts;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.MediaRole;
import dev.venicesim.validation.Origin;
import dev.venicesim.validation.media.MediaRule.Asked;
import dev.venicesim.validation.media.MediaRule.OfField;
import dev.venicesim.validation.media.MediaRule.OfMedium;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What models make of videos. The documents limit no frame rate: it only makes an upscale dearer. */
final class VideoRules {

    private static final String GUIDE = "Seedance guide, OpenAPI; api-facts 1.3, 5.1; wording ours";
    private static final Set<MediaRole> SOURCE = EnumSet.of(MediaRole.VIDEO);
    private static final Set<MediaRole> SOURCES = EnumSet.of(MediaRole.VIDEO, MediaRole.ELEMENT_VIDEO);
    private static final Set<MediaRole> REFERENCES = EnumSet.of(MediaRole.REFERENCE_VIDEO);
    private static final Set<String> FIELD_FORMATS = Set.of("mp4", "mov", "webm");
    private static final Predicate<Model> UPSCALES = model -> model.rules().kind() == Kind.UPSCALE;

    static final List<MediaRule> TABLE = List.of(
            new OfMedium(
                    new Origin("video-unreadable", "error table INVALID_VIDEO_FORMAT; api-facts 8.1", E08),
                    model -> true,
                    VIDEOS,
                    table(
                            (medium, model) -> !Reading.as(medium, MediaRole.Type.VIDEO),
                            MediaErrors::invalidVideoFormat),
                    model -> "a video sent as a data URL is whole, and a video by its bytes"),
            new OfMedium(
                    new Origin(
                            "video-format",
                            "OpenAPI video_url; upscaling guide; api-facts 1.3, 5.2; wording ours",
                            E08),
                    model -> true,
                    SOURCES,
                    formats(VideoRules::sourceFormats),
                    model -> "video_url is one of " + sourceFormats(model)),
            new OfMedium(
                    new Origin(
                            "video-too-short",
                            "error table VIDEO_DURATION_TOO_SHORT; api-facts 8.1; the figure is ours",
                            E08),
                    model -> model.rules().accepts(Input.VIDEO_URL),
                    SOURCE,
                    table(
                            (medium, model) -> medium.measures()
                                    .length()
                                    .filter(Duration::isZero)
                                    .isPresent(),
                            MediaErrors::videoTooShort),
                    model -> "video_url holds a frame at least"),
            new OfMedium(
                    new Origin(
                            "video-too-long",
                            "error table VIDEO_DURATION_TOO_LONG; upscaling guide; api-facts 5.2, 8.1",
                            E08),
                    UPSCALES,
                    SOURCE,
                    table(
                            (medium, model) -> medium.measures()
                                    .length()
                                    .filter(length -> Rows.isLonger(length, upscaleSeconds(model)))
                                    .isPresent(),
                            MediaErrors::videoTooLong),
                    model -> "video_url plays at most " + upscaleSeconds(model) + " s"),
            new OfMedium(
                    new Origin("reference-video-format", GUIDE, E08),
                    takes(),
                    REFERENCES,
                    formats(model -> limits(model).formats()),
                    model -> "reference videos are one of " + limits(model).formats()),
            new OfMedium(
                    new Origin("reference-video-codec", GUIDE, E08),
                    takes(),
                    REFERENCES,
                    field(
                            (medium, model) -> outside(
                                    medium.measures().videoCodec(),
                                    limits(model).codecs()),
                            model -> MediaTexts.videoCodecs(limits(model).codecs())),
                    model -> "reference videos are coded as one of "
                            + limits(model).codecs()),
            new OfMedium(
                    new Origin("reference-video-sound", GUIDE, E08),
                    takes(),
                    REFERENCES,
                    field(
                            (medium, model) -> outside(
                                    medium.measures().audioCodec(),
                                    limits(model).audioCodecs()),
                            model -> MediaTexts.soundCodecs(limits(model).audioCodecs())),
                    model -> "the sound of reference videos, if any, is one of "
                            + limits(model).audioCodecs()),
            new OfMedium(
                    new Origin(
                            "reference-video-length", "Seedance guide (its heading is the text); api-facts 5.1", E08),
                    takes(),
                    REFERENCES,
                    length(
                            model -> limits(model).minSeconds(),
                            model -> limits(model).maxSeconds()),
                    model -> "a reference video plays " + limits(model).minSeconds() + " to "
                            + limits(model).maxSeconds() + " s"),
            new OfMedium(
                    new Origin("reference-video-bytes", GUIDE, E08),
                    takes(),
                    REFERENCES,
                    bytes(model -> limits(model).maxBytes()),
                    model -> "a reference video has at most " + limits(model).maxBytes() + " bytes"),
            new OfField(
                    new Origin("reference-video-total", GUIDE, E08),
                    takes(),
                    REFERENCES,
                    total(model -> limits(model).totalSeconds()),
                    model -> "all reference videos together play at most "
                            + limits(model).totalSeconds() + " s"),
            new OfField(
                    new Origin("source-matched-length", "Seedance guide; api-facts 5.1; wording ours", E08),
                    model -> !model.rules().sourceMatched(Input.DURATION).isEmpty(),
                    REFERENCES,
                    VideoRules::sourceMatched,
                    model -> "a duration matched to the source needs a source that plays " + shortest(model) + " to "
                            + longest(model) + " s"));

    private VideoRules() {}

    private static Predicate<Model> takes() {
        return model -> !limits(model).equals(ClipLimits.NONE);
    }

    private static ClipLimits limits(Model model) {
        return model.rules().limits().referenceVideos();
    }

    private static Set<String> sourceFormats(Model model) {
        return UPSCALES.test(model) ? model.rules().limits().upscale().formats() : FIELD_FORMATS;
    }

    private static int upscaleSeconds(Model model) {
        return model.rules().limits().upscale().maxSeconds();
    }

    private static Optional<Complaint> sourceMatched(List<Medium> media, Asked asked) {
        var model = asked.model();
        var duration = asked.clip().duration().orElse("");
        if (!model.rules().sourceMatched(Input.DURATION).contains(duration)) {
            return Optional.empty();
        }
        var source = total(media);
        var fits = source.isZero()
                || (source.compareTo(Duration.ofSeconds(shortest(model))) >= 0
                        && !Rows.isLonger(source, longest(model)));
        return fits
                ? Optional.empty()
                : Optional.of(new Complaint.OfField(ViolationTexts.sourceOutside(shortest(model), longest(model))));
    }

    private static int shortest(Model model) {
        return listedSeconds(model).min().orElse(0);
    }

    private static int longest(Model model) {
        return listedSeconds(model).max().orElse(Integer.MAX_VALUE);
    }

    private static IntStream listedSeconds(Model model) {
        return model.constraints().durations().stream()
                .filter(literal -> literal.endsWith("s"))
                .mapToInt(literal -> Integer.parseInt(literal.substring(0, literal.length() - 1)));
    }
}

package dev.venicesim.validation.media;

import static dev.venicesim.validation.media.MediaRows.E08;
import static dev.venicesim.validation.media.MediaRows.VIDEOS;
import static dev.venicesim.validation.media.MediaRows.bytes;
import static dev.venicesim.validation.media.MediaRows.field;
import static dev.venicesim.validation.media.MediaRows.formats;
import static dev.venicesim.validation.media.MediaRows.length;
import static dev.venicesim.validation.media.MediaRows.outside;
import static dev.venicesim.validation.media.MediaRows.table;
import static dev.venicesim.validation.media.MediaRows.total;

import dev.venicesim.catalog.ClipLimits;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelKind;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.MediaErrors;
import dev.venicesim.error.MediaTexts;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.MediaRole;
import dev.venicesim.validation.RequestedClip;
import dev.venicesim.validation.RuleOrigin;
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

/** Rules of models about videos. The documents limit no frame rate: it only makes an upscale dearer. */
final class VideoRules {

    private static final String SEEN = "2026-10-02";
    private static final String GUIDE = "Seedance guide, OpenAPI; docs/api/media.md, \"Clip limits\"; wording ours";
    private static final Set<MediaRole> SOURCE = EnumSet.of(MediaRole.VIDEO);
    private static final Set<MediaRole> SOURCES = EnumSet.of(MediaRole.VIDEO, MediaRole.ELEMENT_VIDEO);
    private static final Set<MediaRole> REFERENCES = EnumSet.of(MediaRole.REFERENCE_VIDEO);
    private static final Set<String> FIELD_FORMATS = Set.of("mp4", "mov", "webm");
    private static final Predicate<Model> UPSCALES = model -> model.rules().kind() == ModelKind.UPSCALE;

    static final OfMedium UNREADABLE = new OfMedium(
            new RuleOrigin(
                    "video-unreadable",
                    "error table INVALID_VIDEO_FORMAT;" + " docs/api/media.md, \"Clips that cannot be read\"",
                    E08),
            model -> true,
            VIDEOS,
            table(
                    (medium, model) -> !MediaReadability.as(medium, MediaRole.Type.VIDEO),
                    MediaErrors::invalidVideoFormat),
            model -> "a video sent as a data URL is whole, and a video by its bytes");

    static final List<MediaRule> TABLE = List.of(
            UNREADABLE,
            new OfMedium(
                    new RuleOrigin(
                            "video-format",
                            "OpenAPI video_url; upscaling guide; docs/api/media.md, \"Clip limits\"; wording ours",
                            E08),
                    model -> true,
                    SOURCES,
                    // of containers behind an address, the error table names more than the field does
                    field(
                            (medium, model) -> medium.state() != JudgedMedium.State.DECLARED
                                    && outside(medium.format(), sourceFormats(model)),
                            model -> MediaTexts.formats(sourceFormats(model))),
                    model -> "video_url is one of " + sourceFormats(model)),
            new OfMedium(
                    new RuleOrigin(
                            "video-too-short",
                            "error table VIDEO_DURATION_TOO_SHORT;"
                                    + " docs/api/media.md, \"Clips that cannot be read\"; the figure is ours",
                            E08),
                    model -> model.rules().accepts(RequestField.VIDEO_URL),
                    SOURCE,
                    table(
                            (medium, model) -> medium.measures()
                                    .length()
                                    .filter(Duration::isZero)
                                    .isPresent(),
                            MediaErrors::videoTooShort),
                    model -> "video_url holds a frame at least"),
            new OfMedium(
                    new RuleOrigin(
                            "video-too-long",
                            "error table VIDEO_DURATION_TOO_LONG; docs/api/validation.md, \"Rules of Topaz\"",
                            E08),
                    UPSCALES,
                    SOURCE,
                    table(
                            (medium, model) -> medium.measures()
                                    .length()
                                    .filter(length -> MediaRows.isLonger(length, upscaleSeconds(model)))
                                    .isPresent(),
                            MediaErrors::videoTooLong),
                    model -> "video_url plays at most " + upscaleSeconds(model) + " s"),
            new OfMedium(
                    new RuleOrigin("reference-video-format", GUIDE, E08),
                    takes().and(model -> !limits(model).formats().isEmpty()),
                    REFERENCES,
                    formats(model -> limits(model).formats()),
                    model -> "reference videos are one of " + limits(model).formats()),
            new OfMedium(
                    new RuleOrigin("reference-video-codec", GUIDE, E08),
                    takes().and(model -> !limits(model).codecs().isEmpty()),
                    REFERENCES,
                    field(
                            (medium, model) -> outside(
                                    medium.measures().videoCodec(),
                                    limits(model).codecs()),
                            model -> MediaTexts.videoCodecs(limits(model).codecs())),
                    model -> "reference videos are coded as one of "
                            + limits(model).codecs()),
            new OfMedium(
                    new RuleOrigin("reference-video-sound", GUIDE, E08),
                    takes().and(model -> !limits(model).audioCodecs().isEmpty()),
                    REFERENCES,
                    field(
                            (medium, model) -> outside(
                                    medium.measures().audioCodec(),
                                    limits(model).audioCodecs()),
                            model -> MediaTexts.soundCodecs(limits(model).audioCodecs())),
                    model -> "the sound of reference videos, if any, is one of "
                            + limits(model).audioCodecs()),
            new OfMedium(
                    new RuleOrigin(
                            "reference-video-length",
                            "Seedance guide (its heading is the text);"
                                    + " docs/api/validation.md, \"Limits of Seedance references\"",
                            E08),
                    takes(),
                    REFERENCES,
                    length(
                            model -> limits(model).minSeconds(),
                            model -> limits(model).maxSeconds()),
                    model -> "a reference video plays " + limits(model).minSeconds() + " to "
                            + limits(model).maxSeconds() + " s"),
            new OfMedium(
                    new RuleOrigin("reference-video-bytes", GUIDE, E08),
                    takes(),
                    REFERENCES,
                    bytes(model -> limits(model).maxBytes()),
                    model -> "a reference video has at most " + limits(model).maxBytes() + " bytes"),
            new OfField(
                    new RuleOrigin("reference-video-total", GUIDE, E08),
                    takes(),
                    REFERENCES,
                    total(model -> limits(model).totalSeconds()),
                    model -> "all reference videos together play at most "
                            + limits(model).totalSeconds() + " s"),
            new OfField(
                    new RuleOrigin("reference-video-with-output", "docs/api/edition-2026-10-02.md#rules-of-wan", SEEN),
                    model -> limits(model).withOutputSeconds() > 0,
                    REFERENCES,
                    VideoRules::withOutput,
                    model -> "reference videos and the clip together play at most "
                            + limits(model).withOutputSeconds() + " s"),
            new OfField(
                    new RuleOrigin(
                            "source-matched-length",
                            "Seedance guide;"
                                    + " docs/api/validation.md, \"Source matching of Seedance\"; wording ours",
                            E08),
                    model -> !model.rules().sourceMatched(RequestField.DURATION).isEmpty(),
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

    private static Optional<MediaComplaint> withOutput(List<JudgedMedium> media, Asked asked) {
        var most = limits(asked.model()).withOutputSeconds();
        var output = RequestedClip.seconds(asked.clip().duration().orElse(""));
        return MediaRows.isLonger(total(media).plusSeconds(output), most)
                ? Optional.of(new MediaComplaint.OfField(ViolationTexts.tooLongTogether(most)))
                : Optional.empty();
    }

    private static Optional<MediaComplaint> sourceMatched(List<JudgedMedium> media, Asked asked) {
        var model = asked.model();
        var duration = asked.clip().duration().orElse("");
        if (!model.rules().sourceMatched(RequestField.DURATION).contains(duration)) {
            return Optional.empty();
        }
        var source = total(media);
        var fits = source.isZero()
                || (source.compareTo(Duration.ofSeconds(shortest(model))) >= 0
                        && !MediaRows.isLonger(source, longest(model)));
        return fits
                ? Optional.empty()
                : Optional.of(
                        new MediaComplaint.OfField(ViolationTexts.sourceOutside(shortest(model), longest(model))));
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

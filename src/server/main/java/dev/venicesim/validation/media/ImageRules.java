package dev.venicesim.validation.media;

import static dev.venicesim.validation.media.MediaRows.E08;
import static dev.venicesim.validation.media.MediaRows.IMAGES;
import static dev.venicesim.validation.media.MediaRows.bytes;
import static dev.venicesim.validation.media.MediaRows.field;
import static dev.venicesim.validation.media.MediaRows.formats;
import static dev.venicesim.validation.media.MediaRows.table;

import dev.venicesim.catalog.ImageLimits;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.ModelTrait;
import dev.venicesim.error.MediaErrors;
import dev.venicesim.error.MediaTexts;
import dev.venicesim.validation.MediaRole;
import dev.venicesim.validation.RuleOrigin;
import dev.venicesim.validation.media.MediaRule.OfMedium;
import java.math.BigDecimal;
import java.util.List;

/** Rules of models about images. */
final class ImageRules {

    /** No document names the largest side; a WebP can be no larger than this. */
    private static final int LARGEST_SIDE = 16_383;

    static final List<MediaRule> TABLE = List.of(
            new OfMedium(
                    new RuleOrigin(
                            "image-unreadable",
                            "error table CORRUPTED_IMAGE; docs/api/media.md, \"Pictures that cannot be read\"",
                            E08),
                    model -> true,
                    IMAGES,
                    table(
                            (medium, model) -> !MediaReadability.as(medium, MediaRole.Type.IMAGE),
                            MediaErrors::corruptedImage),
                    model -> "an image sent as a data URL is whole, and an image by its bytes"),
            new OfMedium(
                    new RuleOrigin(
                            "image-format", "Seedance guide; docs/api/media.md, \"Picture limits\"; wording ours", E08),
                    model -> !limits(model).formats().isEmpty(),
                    IMAGES,
                    formats(model -> limits(model).formats()),
                    model -> "images are one of " + limits(model).formats()),
            new OfMedium(
                    new RuleOrigin(
                            "image-too-small",
                            "error table IMAGE_TOO_SMALL; Seedance guide;" + " docs/api/media.md, \"Picture limits\"",
                            E08),
                    model -> limits(model).minSidePixels() > 0,
                    IMAGES,
                    table(
                            (medium, model) -> medium.measures().hasSize()
                                    && shortSide(medium) < limits(model).minSidePixels(),
                            MediaErrors::imageTooSmall),
                    model -> "an image's shorter side has at least "
                            + limits(model).minSidePixels() + " pixels"),
            new OfMedium(
                    new RuleOrigin(
                            "image-too-large",
                            "error table IMAGE_TOO_LARGE;"
                                    + " docs/api/media.md, \"Pictures that cannot be read\"; the figure is ours",
                            E08),
                    model -> true,
                    IMAGES,
                    table(
                            (medium, model) -> medium.measures().hasSize() && longSide(medium) > LARGEST_SIDE,
                            MediaErrors::imageTooLarge),
                    model -> "an image's longer side has at most " + LARGEST_SIDE + " pixels"),
            new OfMedium(
                    new RuleOrigin(
                            "image-ratio", "Seedance guide; docs/api/media.md, \"Picture limits\"; wording ours", E08),
                    // with face consent the ratio is judged only once a face is found
                    // (docs/api/consent-and-content.md#ratio-of-a-face-picture)
                    model -> limits(model).maxRatio().signum() > 0
                            && !model.rules().has(ModelTrait.CONSENT),
                    IMAGES,
                    field(
                            (medium, model) -> medium.measures().hasSize() && !ratioFits(medium, limits(model)),
                            model -> MediaTexts.ratio(low(model), high(model))),
                    model -> "an image's width by height is above " + low(model) + " and below " + high(model)),
            new OfMedium(
                    new RuleOrigin(
                            "image-bytes", "Seedance guide; docs/api/media.md, \"Picture limits\"; wording ours", E08),
                    model -> limits(model).maxBytes() > 0,
                    IMAGES,
                    bytes(model -> limits(model).maxBytes()),
                    model -> "an image has at most " + limits(model).maxBytes() + " bytes"));

    private ImageRules() {}

    private static ImageLimits limits(Model model) {
        return model.rules().limits().images();
    }

    private static String low(Model model) {
        return limits(model).minRatio().toPlainString();
    }

    private static String high(Model model) {
        return limits(model).maxRatio().toPlainString();
    }

    private static long shortSide(JudgedMedium medium) {
        return Math.min(width(medium), height(medium));
    }

    private static long longSide(JudgedMedium medium) {
        return Math.max(width(medium), height(medium));
    }

    private static boolean ratioFits(JudgedMedium medium, ImageLimits limits) {
        var width = BigDecimal.valueOf(width(medium));
        var height = BigDecimal.valueOf(height(medium));
        return width.compareTo(height.multiply(limits.minRatio())) > 0
                && width.compareTo(height.multiply(limits.maxRatio())) < 0;
    }

    private static long width(JudgedMedium medium) {
        return medium.measures().width().orElse(0);
    }

    private static long height(JudgedMedium medium) {
        return medium.measures().height().orElse(0);
    }
}

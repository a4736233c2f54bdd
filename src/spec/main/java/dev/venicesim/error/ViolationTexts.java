package dev.venicesim.error;

import dev.venicesim.api.Verified;

/**
 * Texts of the API about its own rules inside {@code issues}, as {@code custom} problems. Verified 2026-10-02,
 * docs/api/errors.md#texts-of-the-own-rules, unless it says otherwise.
 */
@Verified(
        on = "2026-10-02",
        source = "docs/api/errors.md#texts-of-the-own-rules, docs/api/validation.md#at-least-one-reference")
public final class ViolationTexts {

    /** Recorded. */
    public static final String NO_AUDIO_CONFIGURATION = unsupported("audio configuration");

    public static final String NO_AUDIO_INPUT = unsupported("audio input");
    public static final String USE_UPSCALE_FACTOR = "Use upscale_factor instead of resolution";
    public static final String IMAGE_REQUIRED = "image_url is required for image to video models";
    public static final String REFERENCE_REQUIRED = "At least one reference is required for this model";
    public static final String REFERENCE_IMAGE_REQUIRED = "At least one reference image is required";
    public static final String VISUAL_INPUT_REQUIRED =
            "At least one visual input is required: image_url, elements, or scene_image_urls";
    public static final String FRAMES_APART =
            "image_url and end_image_url cannot be combined with reference media for this model.";
    public static final String TOO_MANY_IMAGES = "Number of images exceeds the limit";

    /** The Seedance guide's wording, instead of Zod's; {@code %d} is the cap. */
    public static final String TOO_MANY_VIDEOS = "reference_video_urls must have at most %d videos";

    /** Worded after the OpenAPI field descriptions; the real text was never recorded. */
    public static final String NOT_AN_ADDRESS = "Must be a URL or data URL";

    /** Worded likewise, after {@code image_url}. */
    public static final String NOT_A_PICTURE_ADDRESS = "Must be a URL (http/https) or a data URL (data:image/...)";

    /** Worded likewise. */
    public static final String NOT_A_WEB_ADDRESS = "Must be a URL";

    /** Worded likewise. */
    public static final String NOT_PUBLIC = "URL must be publicly accessible";

    /** Never recorded; the rule is. */
    public static final String ELEMENT_NEEDS_PICTURE = "frontal_image_url or video_url is required";

    /** Zod's own word for a text that a pattern does not fit. */
    public static final String NOT_OF_THE_FORM = "Invalid";

    /** Seen live, docs/api/edition-2026-10-02.md#camera-trajectories. */
    public static final String TOO_MANY_TURNS = "Camera azimuth travel must not exceed 32 full turns";

    /** Never recorded; the rule is. */
    public static final String TIME_NOT_GROWING = "time must be strictly increasing";

    /** From the guide, docs/api/edition-2026-10-02.md#documents-of-wan. */
    public static final String NO_DOCUMENTS = "This model does not support reference documents";

    /** From the guide, docs/api/edition-2026-10-02.md#documents-of-wan. */
    public static final String DOCUMENT_AND_PAGE = "A document file and a webpage link cannot be used together";

    /** Never recorded; the rule is. */
    public static final String FRAME_TWICE = "frame_index must be unique";

    /** Never recorded; the rule is. */
    public static final String AUDIO_ALONE = "Reference audio requires at least one image or video";

    private ViolationTexts() {}

    /** What is said of a field a model does not take; recorded for {@code aspect_ratio} and {@code end_image_url}. */
    public static String unsupported(String field) {
        return "This model does not support " + field;
    }

    /** What is said of a tag such as {@code @Image2} when there are fewer pictures. */
    public static String noSuchPicture(String number, int pictures) {
        return "Invalid reference index " + number + " for image. Only " + pictures + " image(s) provided";
    }

    /** Worded after {@link #IMAGE_REQUIRED}. */
    public static String required(String field) {
        return field + " is required for this model";
    }

    /** Never recorded; the rule is. */
    public static String neededFor(String needed, String field, String value) {
        return needed + " is required when " + field + " is " + value;
    }

    /** Never recorded; the rule is. */
    public static String frameTooLate(long last) {
        return "frame_index must be at most " + last;
    }

    /** Never recorded; the rule is. */
    public static String tooManyTogether(String list, int max) {
        return list + " and what counts with it must have at most " + max + " entries";
    }

    /** Never recorded; the rule is. */
    public static String tooLongTogether(int max) {
        return "References and output together must be at most " + max + " seconds long";
    }

    /** Never recorded; the rule is. */
    public static String notSeconds(int max) {
        return "duration must be a number of seconds, at most " + max;
    }

    /** Never recorded; the rule is. */
    public static String sourceOutside(int min, int max) {
        return "The source must be " + min + "–" + max + " seconds long";
    }
}

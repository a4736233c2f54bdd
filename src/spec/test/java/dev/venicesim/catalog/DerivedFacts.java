package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A model's rules in the vocabulary of the reference tables. */
final class DerivedFacts {

    private DerivedFacts() {}

    static Map<String, String> of(Model model) {
        var rules = model.rules();
        var facts = new TreeMap<String, String>();
        facts.put("kind", rules.kind().label());
        facts.put("duration_mode", rules.durationMode() == DurationMode.LISTED ? "list" : "auto-from-video");
        for (var name : Set.of("prompt", "aspect_ratio", "image_url", "end_image_url", "video_url")) {
            flag(facts, "requires_" + name, rules.requires(DataNodes.input(name)));
        }
        for (var name : Set.of(
                "aspect_ratio",
                "resolution",
                "audio_url",
                "upscale_factor",
                "image_url",
                "end_image_url",
                "video_url")) {
            flag(facts, "accepts_" + name, rules.accepts(DataNodes.input(name)));
        }
        flag(facts, "accepts_audio_flag", rules.accepts(RequestField.AUDIO));
        for (var name : Set.of("bitrate_mode", "keyframes", "omni_reference_task_type", "elements")) {
            flag(facts, "supports_" + name, rules.accepts(DataNodes.input(name)));
        }
        flag(facts, "supports_scene_images", rules.accepts(RequestField.SCENE_IMAGE_URLS));
        flag(facts, "requires_any_reference", !rules.anyOf().isEmpty());
        flag(facts, "private_download_url", rules.has(ModelTrait.DOWNLOAD_LINK));
        flag(facts, "billed_on_moderation_rejection", rules.has(ModelTrait.BILLED_ON_REJECTION));
        flag(facts, "consent_eligible", rules.has(ModelTrait.CONSENT));
        counts(facts, rules);
        defaults(facts, rules);
        limits(facts, model);
        return facts;
    }

    private static void counts(Map<String, String> facts, ModelRules rules) {
        for (var kind : Set.of("image", "video", "audio", "document")) {
            var count = rules.maxItems(DataNodes.input("reference_" + kind + "_urls"));
            if (count > 0) {
                facts.put("max_reference_" + kind + "s", String.valueOf(count));
            }
        }
    }

    private static void defaults(Map<String, String> facts, ModelRules rules) {
        for (var name : Set.of("resolution", "aspect_ratio", "duration", "upscale_factor")) {
            rules.defaultOf(DataNodes.input(name)).ifPresent(value -> facts.put("default_" + name, value));
        }
        for (var name : Set.of("aspect_ratio", "duration")) {
            var literals = rules.sourceMatched(DataNodes.input(name));
            if (!literals.isEmpty()) {
                facts.put("source_matched_" + name, String.join(" ", literals));
            }
        }
    }

    private static void limits(Map<String, String> facts, Model model) {
        var limits = model.rules().limits();
        // bounds that are only the constraints' own are no fact of the reference's derived object
        if (!limits.images().formats().isEmpty()) {
            var images = limits.images();
            facts.put(
                    "image_limits",
                    text(Map.of(
                            "min_side_px",
                            images.minSidePixels(),
                            "aspect_ratio_exclusive",
                            images.minRatio() + " " + images.maxRatio(),
                            "formats",
                            String.join(" ", images.formats()),
                            "max_bytes",
                            images.maxBytes() == 0 ? "null" : images.maxBytes())));
        }
        clips(facts, "reference_video_limits", limits.referenceVideos(), true);
        clips(facts, "reference_audio_limits", limits.referenceAudios(), false);
        if (!limits.elements().equals(ElementLimits.NONE)) {
            var elements = limits.elements();
            facts.put(
                    "element_limits",
                    text(Map.of(
                            "api_max_elements", model.rules().maxItems(RequestField.ELEMENTS),
                            "guide_max_elements_no_frame", elements.combinedTotal(),
                            "guide_max_elements_with_frame", elements.maxElementsWithFrame(),
                            "max_scene_images", model.rules().maxItems(RequestField.SCENE_IMAGE_URLS),
                            "max_reference_images_per_element", elements.maxImagesPerElement(),
                            "combined_total", elements.combinedTotal(),
                            "min_visual_inputs", 1)));
        }
        if (!limits.upscale().equals(UpscaleLimits.NONE)) {
            var upscale = limits.upscale();
            facts.put(
                    "upscale_limits",
                    text(Map.of(
                            "max_duration_seconds",
                            upscale.maxSeconds(),
                            "formats",
                            String.join(" ", upscale.formats()),
                            "factors",
                            "1 2 4",
                            "fps_2x_price_threshold_exclusive",
                            48)));
        }
    }

    private static void clips(Map<String, String> facts, String name, ClipLimits clips, boolean video) {
        if (clips.equals(ClipLimits.NONE)) {
            return;
        }
        var parts = new LinkedHashMap<String, Object>();
        parts.put("per_clip_seconds", clips.minSeconds() + " " + clips.maxSeconds());
        parts.put("total_seconds", clips.totalSeconds());
        parts.put("max_bytes_per_clip", clips.maxBytes());
        parts.put("formats", String.join(" ", clips.formats()));
        if (video) {
            parts.put("codecs", clips.codecs().equals(Set.of("h264", "hevc")) ? "H.264/AVC H.265/HEVC" : "other");
            parts.put(
                    "container_audio_codecs",
                    String.join(" ", clips.audioCodecs()).toUpperCase(Locale.ROOT));
        } else {
            parts.put("audio_only_rejected", true);
        }
        facts.put(name, text(parts));
    }

    private static void flag(Map<String, String> facts, String name, boolean value) {
        if (value) {
            facts.put(name, "true");
        }
    }

    private static String text(Map<String, ?> parts) {
        return new TreeMap<>(parts).toString();
    }

    /** A value of the reference in the same spelling. */
    static String text(JsonNode value) {
        if (value.isArray()) {
            var items = new StringBuilder();
            value.forEach(item -> items.append(items.isEmpty() ? "" : " ").append(text(item)));
            return items.toString();
        }
        if (value.isObject()) {
            var parts = new TreeMap<String, String>();
            value.properties().forEach(part -> parts.put(part.getKey(), text(part.getValue())));
            return parts.toString();
        }
        return value.isNumber() ? new BigDecimal(value.asText()).toPlainString() : value.asText();
    }
}

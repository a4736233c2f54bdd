package dev.venicesim.catalog;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * One video model of an edition: what is published about it, what it does, and where each of these comes from.
 *
 * @param id exact and case-sensitive
 * @param listed whether {@code GET /models} shows it; an unlisted one can still be queued
 * @param card what is published beside the constraints
 * @param constraints what is published
 * @param rules what it does
 * @param provenance by name: a constraint's wire name ({@code durations}) or a rule's name in the data files
 *     ({@code accepts.audio_url}, {@code maxItems.reference_image_urls}, {@code default.resolution}, {@code anyOf},
 *     {@code limits.images}, {@code trait.consent}); see {@link #provenanceOf(String)}
 */
public record Model(
        String id,
        boolean listed,
        ModelCard card,
        Constraints constraints,
        ModelRules rules,
        Map<String, Provenance> provenance) {

    /**
     * The literals this model takes for a field with a closed list, source-matched ones last; empty if it has no such
     * list.
     */
    public List<String> options(RequestField input) {
        return switch (input) {
            case ASPECT_RATIO -> withSourceMatched(input, constraints.aspectRatios());
            case DURATION -> withSourceMatched(input, constraints.durations());
            case RESOLUTION -> rules.accepts(input) ? constraints.resolutions() : List.of();
            case UPSCALE_FACTOR ->
                rules.limits().upscale().factors().stream().map(String::valueOf).toList();
            case ENHANCEMENT_MODEL, OUTPUT_FORMAT -> EnhancementChoices.words(constraints, input);
            case PROMPT,
                    AUDIO,
                    IMAGE_URL,
                    END_IMAGE_URL,
                    AUDIO_URL,
                    VIDEO_URL,
                    REFERENCE_IMAGE_URLS,
                    REFERENCE_VIDEO_URLS,
                    REFERENCE_AUDIO_URLS,
                    REFERENCE_DOCUMENT_URLS,
                    ELEMENTS,
                    SCENE_IMAGE_URLS,
                    KEYFRAMES,
                    OMNI_REFERENCE_TASK_TYPE,
                    BITRATE_MODE,
                    CAMERA_TRAJECTORY,
                    IMAGE_REFERENCES,
                    VIDEO_REFERENCES,
                    VOICE_ID,
                    TARGET_FPS,
                    SOFTNESS,
                    CREATIVITY,
                    REALISM,
                    SHARP,
                    COMPRESSION,
                    NOISE,
                    HALO,
                    GRAIN,
                    RECOVER_DETAIL,
                    H264_OUTPUT,
                    SLOWDOWN_FACTOR -> List.of();
        };
    }

    /** Where a named value comes from; documented as it stands if nothing else is said. */
    public Provenance provenanceOf(String name) {
        return provenance.getOrDefault(name, Provenance.AS_IT_STANDS);
    }

    Model asUnlisted() {
        return new Model(id, false, card, constraints, rules, provenance);
    }

    private List<String> withSourceMatched(RequestField input, List<String> listed) {
        var matched = rules.sourceMatched(input);
        if (matched.isEmpty()) {
            return listed;
        }
        var all = new LinkedHashSet<>(listed);
        all.addAll(matched);
        return List.copyOf(all);
    }

    @Override
    public String toString() {
        return id;
    }
}

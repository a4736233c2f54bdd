package dev.venicesim.catalog;

import java.util.Arrays;
import java.util.Optional;

/** Trait of a model: how its requests and jobs are handled, where that is not the ordinary way. */
public enum ModelTrait {
    /** Delivered over a {@code download_url} given once at queue time, never as bytes from retrieve. */
    DOWNLOAD_LINK("download-link"),
    /**
     * Was once seen to hand out a {@code download_url} where no document says so (quirk
     * {@code download-links=all-grok}).
     */
    DOWNLOAD_LINK_OBSERVED("download-link-observed"),
    /** Billed although the provider's moderation rejected the job. */
    BILLED_ON_REJECTION("billed-on-rejection"),
    /** Was seen to keep the price of a rejection where no document says so (quirk {@code runway-refund=kept}). */
    BILLED_ON_REJECTION_OBSERVED("billed-on-rejection-observed"),
    /** Faces in its media need the caller's attestation (409 {@code needs_consent}). */
    CONSENT("consent"),
    /** Takes media with faces; its provider refuses them later. */
    FACES_AT_PROVIDER("faces-at-provider"),
    /** Reads tags in its prompt such as {@code @Image2}, and refuses one that names no picture. */
    PICTURE_TAGS("picture-tags"),
    /** Takes references and no frames, and has a sentence of its own for who sends both. */
    FRAMES_APART("frames-apart");

    private final String label;

    ModelTrait(String label) {
        this.label = label;
    }

    static Optional<ModelTrait> find(String label) {
        return Arrays.stream(values())
                .filter(trait -> trait.label.equals(label))
                .findFirst();
    }

    @Override
    public String toString() {
        return label;
    }
}

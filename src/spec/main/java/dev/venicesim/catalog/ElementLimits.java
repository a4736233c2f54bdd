package dev.venicesim.catalog;

/**
 * Limits of the pictures that a model takes as elements and scene images together; the lengths of the single lists are
 * {@link ModelRules#maxItems(RequestField)}.
 *
 * @param maxElementsWithFrame elements beside a first or last frame
 * @param maxImagesPerElement {@code reference_image_urls} inside one element
 * @param combinedTotal first frame, last frame, elements and scene images together
 */
public record ElementLimits(int maxElementsWithFrame, int maxImagesPerElement, int combinedTotal) {

    /** Of a model that takes no elements. */
    public static final ElementLimits NONE = new ElementLimits(0, 0, 0);
}

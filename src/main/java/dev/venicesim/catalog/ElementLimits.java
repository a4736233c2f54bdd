package dev.venicesim.catalog;

/**
 * How many pictures a model that takes elements and scene images takes together; the lengths of the single lists are {@link Rules#maxItems(Input)}.
 *
 * @param maxElementsWithFrame elements beside a first or last frame
 * @param maxImagesPerElement {@code reference_image_urls} inside one element
 * @param combinedTotal first frame, last frame, elements and scene images together
 */
public record ElementLimits(int maxElementsWithFrame, int maxImagesPerElement, int combinedTotal) {

    /** Of a model that takes no elements. */
    public static final ElementLimits NONE = new ElementLimits(0, 0, 0);
}

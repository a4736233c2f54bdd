package dev.venicesim.consent;

import java.util.List;
import java.util.Set;

/**
 * One image or clip of a request, as the probe measured it.
 *
 * @param id what makes it the same as one seen before
 * @param role its part in the request
 * @param labels what the magic names in its URL say
 * @param texts text entries of its metadata, in which markers may stand
 * @param width pixels, 0 if unknown
 * @param height pixels, 0 if unknown
 * @param bytes its content, where known
 */
public record ConsentMedium(
        MediaId id,
        FaceMediaRole role,
        Set<FaceLabel> labels,
        List<String> texts,
        int width,
        int height,
        MediaBytes bytes) {

    public ConsentMedium {
        labels = Set.copyOf(labels);
        texts = List.copyOf(texts);
    }
}

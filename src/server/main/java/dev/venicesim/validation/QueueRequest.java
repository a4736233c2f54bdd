package dev.venicesim.validation;

import dev.venicesim.catalog.Model;
import java.util.List;
import java.util.Optional;

/**
 * A queue request that its model takes.
 *
 * @param prompt empty for an upscaler
 * @param media all of them, in the order of the schema's fields
 * @param consented whether the three attestations came with it
 * @param taskType {@code edit} or another, where the model takes one and it was sent
 * @param highBitrate {@code bitrate_mode: high}
 * @param elementWithBoth whether an element has pictures and a clip
 */
public record QueueRequest(
        Model model,
        String prompt,
        RequestedClip clip,
        List<MediaInput> media,
        boolean consented,
        Optional<String> taskType,
        boolean highBitrate,
        boolean elementWithBoth) {}

package dev.venicesim.operation.video;

import dev.venicesim.input.MagicName;
import dev.venicesim.media.probe.facts.MediaFacts;
import dev.venicesim.validation.MediaInput;
import java.util.List;

/**
 * A medium of a queue request, and all that is known of it.
 *
 * @param input its role and where it stands in the request
 * @param identity {@code sha256:<hex>} of the decoded bytes of a data URL; the URL as it was written otherwise
 * @param facts what it measures: read from its bytes, registered through the control API, or declared by its name
 * @param magic what the words of a URL's path say; nothing for a data URL
 * @param texts the texts of an image's metadata that are meant for the simulator
 */
record InspectedMedium(MediaInput input, String identity, MediaFacts facts, MagicName magic, List<String> texts) {

    InspectedMedium {
        texts = List.copyOf(texts);
    }
}

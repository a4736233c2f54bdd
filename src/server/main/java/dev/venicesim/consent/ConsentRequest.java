package dev.venicesim.consent;

import java.util.List;

/**
 * A queue request, as far as faces go.
 *
 * @param rule what its model does about faces
 * @param media in the order they stand in the body
 * @param prompt empty if there is none
 * @param attested whether it carries a valid {@code consents.seedance}
 */
public record ConsentRequest(FaceRule rule, List<ConsentMedium> media, String prompt, boolean attested) {

    public ConsentRequest {
        media = List.copyOf(media);
    }
}

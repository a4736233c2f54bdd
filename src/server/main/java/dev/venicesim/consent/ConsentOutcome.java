package dev.venicesim.consent;

import java.util.List;

/** Outcome of the question of consent: how a request gets past it. */
public sealed interface ConsentOutcome {

    /** One line for the trace. */
    String why();

    /** Nobody to ask about. */
    record NotAsked(String why) implements ConsentOutcome {}

    /** Every face was attested before, under the version in force. */
    record Remembered(String why) implements ConsentOutcome {}

    /**
     * The request brings its own consent, to be remembered once its job is accepted: {@link Attestations#attest}.
     *
     * @param faces all media with a face
     * @param version what they were attested under
     */
    record Attested(List<ConsentMedium> faces, String version, String why) implements ConsentOutcome {
        public Attested {
            faces = List.copyOf(faces);
        }
    }

    /** Accepted and charged, but the provider will refuse the job and the charge come back. */
    record ProviderWillRefuse(String why) implements ConsentOutcome {}
}

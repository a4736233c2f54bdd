package dev.venicesim.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything an account has attested to. Immutable.
 *
 * @param byMedium in the order attested
 */
public record Attestations(Map<MediaId, Attestation> byMedium) {

    public static final Attestations NONE = new Attestations(Map.of());

    public Attestations {
        byMedium = Collections.unmodifiableMap(new LinkedHashMap<>(byMedium));
    }

    /** Whether a medium was attested under just this version. */
    boolean covers(MediaId id, String version) {
        var known = byMedium.get(id);
        return known != null && known.version().equals(version);
    }

    /**
     * These and the media of an accepted request; the first attestation under a version stays, so that a retry changes
     * nothing.
     */
    public Attestations attest(List<ConsentMedium> media, String version, Instant at, String queueId) {
        if (media.stream().allMatch(medium -> covers(medium.id(), version))) {
            return this;
        }
        var more = new LinkedHashMap<>(byMedium);
        for (var medium : media) {
            if (!covers(medium.id(), version)) {
                more.remove(medium.id());
                more.put(medium.id(), new Attestation(medium.role(), version, at, queueId));
            }
        }
        return new Attestations(more);
    }

    /** These without one medium: its next use asks again. */
    public Attestations revoke(MediaId id) {
        if (!byMedium.containsKey(id)) {
            return this;
        }
        var fewer = new LinkedHashMap<>(byMedium);
        fewer.remove(id);
        return new Attestations(fewer);
    }

    /** Writes these as {@code GET /__sim/worlds/{id}/consents} lists them. */
    public void writeTo(ArrayNode consents) {
        byMedium.forEach((id, consent) -> consents.addObject()
                .put("media", id.text())
                .put("role", consent.role().wire())
                .put("version", consent.version())
                .put("at", consent.at().toString())
                .put("queueId", consent.queueId()));
    }
}

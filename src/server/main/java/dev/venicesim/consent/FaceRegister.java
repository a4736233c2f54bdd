package dev.venicesim.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Register of what a user says is in certain media: it outweighs every detector, so that an empty set means nobody.
 * Immutable.
 *
 * @param byMedium in the order first registered
 */
public record FaceRegister(Map<MediaId, Set<FaceLabel>> byMedium) {

    public static final FaceRegister EMPTY = new FaceRegister(Map.of());

    public FaceRegister {
        byMedium = Collections.unmodifiableMap(new LinkedHashMap<>(byMedium));
    }

    /**
     * Reads what a user wrote: media by URL or {@code sha256:}, each with labels.
     *
     * @throws IllegalArgumentException naming what is no medium or no label
     */
    public static FaceRegister parse(Map<String, ? extends Collection<String>> written) {
        var read = new LinkedHashMap<MediaId, Set<FaceLabel>>();
        written.forEach((medium, labels) -> read.put(MediaId.parse(medium), labels(labels)));
        return new FaceRegister(read);
    }

    private static Set<FaceLabel> labels(Collection<String> written) {
        var labels = EnumSet.noneOf(FaceLabel.class);
        for (var label : written) {
            labels.add(FaceLabel.find(label)
                    .orElseThrow(() -> new IllegalArgumentException("a label is "
                            + Arrays.stream(FaceLabel.values())
                                    .map(FaceLabel::label)
                                    .collect(Collectors.joining(", "))
                            + ", not \"" + label + "\"")));
        }
        return Set.copyOf(labels);
    }

    /** These and others; what both speak of is as the others say. */
    public FaceRegister with(FaceRegister others) {
        var all = new LinkedHashMap<>(byMedium);
        all.putAll(others.byMedium);
        return new FaceRegister(all);
    }

    /** A detector that knows these media and asks another about the rest. */
    public FaceDetector over(FaceDetector rest) {
        return medium -> {
            var labels = byMedium.get(medium.id());
            return labels == null ? rest.detect(medium) : Faces.of(labels);
        };
    }

    /** The reply of {@code PUT /__sim/worlds/{id}/faces}. */
    public ObjectNode json() {
        var reply = Json.object();
        byMedium.forEach((id, labels) -> {
            var listed = reply.putArray(id.text());
            labels.stream().sorted().forEach(label -> listed.add(label.label()));
        });
        return reply;
    }
}

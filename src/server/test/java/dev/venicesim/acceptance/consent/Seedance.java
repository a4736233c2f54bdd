package dev.venicesim.acceptance.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.util.Arrays;

/** Bodies for the Seedance models, as a client writes them. Immutable. */
final class Seedance {

    static final String IMAGE_TO_VIDEO = "seedance-2-0-image-to-video";
    static final String REFERENCE_TO_VIDEO = "seedance-2-0-reference-to-video";

    private final ObjectNode body;

    private Seedance(ObjectNode body) {
        this.body = body;
    }

    /** A start frame that comes to life. */
    static Seedance animating(String imageUrl) {
        return of(IMAGE_TO_VIDEO).with("image_url", imageUrl);
    }

    /** A scene after reference images. */
    static Seedance referringTo(String... imageUrls) {
        return of(REFERENCE_TO_VIDEO).with("aspect_ratio", "16:9").withAll("reference_image_urls", imageUrls);
    }

    private static Seedance of(String model) {
        return new Seedance(Json.object()
                .put("model", model)
                .put("prompt", "a walk by the sea")
                .put("duration", "5s")
                .put("resolution", "480p"));
    }

    Seedance with(String field, String value) {
        return new Seedance(body.deepCopy().put(field, value));
    }

    Seedance withAll(String field, String... values) {
        var copy = body.deepCopy();
        var list = copy.putArray(field);
        Arrays.stream(values).forEach(list::add);
        return new Seedance(copy);
    }

    Seedance without(String field) {
        var copy = body.deepCopy();
        copy.remove(field);
        return new Seedance(copy);
    }

    Seedance attested() {
        var copy = body.deepCopy();
        copy.putObject("consents")
                .putObject("seedance")
                .put("confirmed_terms_and_privacy", true)
                .put("confirmed_legal_right", true)
                .put("confirmed_screening_acknowledged", true);
        return new Seedance(copy);
    }

    ObjectNode node() {
        return body.deepCopy();
    }

    String json() {
        return body.toString();
    }
}

package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Requests to queue with a face in one of their media, without the consent for it, or with half of it. */
final class ConsentRequests {

    private static final String FACE = "https://media.example.com/face/in-1280x720.png";
    private static final String CLIP = "https://media.example.com/face/in-1280x720-5s.mp4";
    private static final List<String> PARTS =
            List.of("confirmed_terms_and_privacy", "confirmed_legal_right", "confirmed_screening_acknowledged");

    private ConsentRequests() {}

    static List<ObjectNode> of(Model model) {
        var bodies = new ArrayList<ObjectNode>();
        if (model.rules().accepts(RequestField.IMAGE_URL)) {
            bodies.add(plain(model).put("image_url", FACE));
        }
        if (model.rules().accepts(RequestField.END_IMAGE_URL)) {
            bodies.add(plain(model).put("image_url", FACE).put("end_image_url", FACE + "?end"));
        }
        if (model.rules().accepts(RequestField.REFERENCE_IMAGE_URLS)) {
            bodies.add(with(plain(model), "reference_image_urls", FACE));
        }
        if (model.rules().accepts(RequestField.REFERENCE_VIDEO_URLS)) {
            bodies.add(with(plain(model), "reference_video_urls", CLIP));
        }
        bodies.stream().findFirst().ifPresent(first -> {
            for (var left : PARTS) {
                var half = first.deepCopy();
                var given = half.putObject("consents").putObject("seedance");
                PARTS.stream().filter(part -> !part.equals(left)).forEach(part -> given.put(part, true));
                bodies.add(half);
                var refused = half.deepCopy();
                refused.withObject("/consents/seedance").put(left, false);
                bodies.add(refused);
            }
        });
        return bodies;
    }

    private static ObjectNode with(ObjectNode body, String list, String address) {
        body.putArray(list).add(address);
        return body;
    }

    private static ObjectNode plain(Model model) {
        var body = Json.object().put("model", model.id()).put("prompt", "She smiles.");
        for (var field : List.of(RequestField.DURATION, RequestField.ASPECT_RATIO, RequestField.RESOLUTION)) {
            model.options(field).stream().findFirst().ifPresent(value -> body.put(field.field(), value));
        }
        return body;
    }
}

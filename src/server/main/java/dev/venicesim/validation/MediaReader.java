package dev.venicesim.validation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.error.ViolationPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Reader that finds every medium of a queue request. */
final class MediaReader {

    private static final Map<String, MediaRole> FIELDS = fields();

    private final List<MediaInput> found = new ArrayList<>();

    private MediaReader() {}

    static List<MediaInput> read(JsonNode body) {
        var reader = new MediaReader();
        FIELDS.forEach((field, role) -> reader.value(body.path(field), ViolationPath.of(field), role));
        reader.elements(body.path("elements"));
        reader.typed(body);
        reader.keyframes(body.path("keyframes"));
        return List.copyOf(reader.found);
    }

    private static Map<String, MediaRole> fields() {
        var fields = new LinkedHashMap<String, MediaRole>();
        fields.put("image_url", MediaRole.IMAGE);
        fields.put("end_image_url", MediaRole.END_IMAGE);
        fields.put("audio_url", MediaRole.AUDIO);
        fields.put("video_url", MediaRole.VIDEO);
        fields.put("reference_image_urls", MediaRole.REFERENCE_IMAGE);
        fields.put("reference_video_urls", MediaRole.REFERENCE_VIDEO);
        fields.put("reference_audio_urls", MediaRole.REFERENCE_AUDIO);
        fields.put("reference_document_urls", MediaRole.REFERENCE_DOCUMENT);
        fields.put("scene_image_urls", MediaRole.SCENE_IMAGE);
        return fields;
    }

    private void value(JsonNode value, ViolationPath path, MediaRole role) {
        if (value.isTextual() && !value.textValue().isEmpty()) {
            found.add(new MediaInput(role, path, value.textValue()));
        }
        if (value.isArray()) {
            for (var i = 0; i < value.size(); i++) {
                value(value.get(i), path.then(i), role);
            }
        }
    }

    private void elements(JsonNode elements) {
        rows(elements, "elements", (element, path) -> {
            member(element, path, "frontal_image_url", MediaRole.ELEMENT_IMAGE);
            member(element, path, "reference_image_urls", MediaRole.ELEMENT_IMAGE);
            member(element, path, "video_url", MediaRole.ELEMENT_VIDEO);
        });
    }

    private void typed(JsonNode body) {
        var pictures = body.path("image_references");
        for (var i = 0; i < pictures.size(); i++) {
            var path = ViolationPath.of("image_references").then(i);
            member(pictures.path(i), path, "image_url", MediaRole.REFERENCE_IMAGE);
        }
        var clips = body.path("video_references");
        for (var i = 0; i < clips.size(); i++) {
            var path = ViolationPath.of("video_references").then(i);
            member(clips.path(i), path, "video_url", MediaRole.REFERENCE_VIDEO);
            member(clips.path(i), path, "audio_url", MediaRole.REFERENCE_AUDIO);
        }
    }

    private void keyframes(JsonNode keyframes) {
        rows(keyframes, "keyframes", (frame, path) -> member(frame, path, "image_url", MediaRole.KEYFRAME));
    }

    /** A field that an edition does not know is not checked, so it may be anything. */
    private static void rows(JsonNode list, String field, BiConsumer<JsonNode, ViolationPath> each) {
        for (var i = 0; list.isArray() && i < list.size(); i++) {
            each.accept(list.get(i), ViolationPath.of(field).then(i));
        }
    }

    private void member(JsonNode object, ViolationPath path, String field, MediaRole role) {
        value(object.path(field), path.then(field), role);
    }
}

package dev.venicesim.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.venicesim.json.Json;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.net.CredentialMask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Kept bodies as the control API shows them. */
final class BodyJson {

    private BodyJson() {}

    static JsonNode write(KeptBody body) {
        if (body instanceof KeptBody.Media media) {
            return media(media.sha256(), media.bytes(), media.type());
        }
        var text = (KeptBody.Text) body;
        if (text.bytes() == 0) {
            return JsonNodeFactory.instance.nullNode();
        }
        try {
            var document = SlicedJson.read(text.kept());
            return new Redaction(document, Map.of()).of(document.root());
        } catch (IOException e) {
            return plain(text);
        }
    }

    static JsonNode media(String sha256, long bytes, String type) {
        return Json.object().put("sha256", sha256).put("bytes", bytes).put("type", type);
    }

    private static JsonNode plain(KeptBody.Text text) {
        var shown = CredentialMask.maskText(new String(text.kept(), StandardCharsets.UTF_8));
        var more = text.bytes() - text.kept().length;
        return JsonNodeFactory.instance.textNode(more > 0 ? shown + "... (" + more + " more bytes)" : shown);
    }
}

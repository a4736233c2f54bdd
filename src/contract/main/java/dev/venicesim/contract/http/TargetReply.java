package dev.venicesim.contract.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reply of a target; the user's key is masked wherever it stood.
 *
 * @param status of HTTP
 * @param headers by name in lower case; several values of one name are a list with commas
 * @param body as it came
 */
public record TargetReply(int status, Map<String, String> headers, byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    String contentType() {
        return header("content-type").orElse("");
    }

    /** The body as JSON; a missing node if it is none. */
    public JsonNode json() {
        if (contentType().startsWith("video/") || body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return Json.read(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    public boolean isVideo() {
        return contentType().startsWith("video/");
    }

    public boolean ok() {
        return status == 200;
    }

    /** The body for people: the beginning of a long one, the size of a video. */
    public String text() {
        if (isVideo()) {
            return body.length + " bytes of " + contentType();
        }
        var text = new String(body, StandardCharsets.UTF_8);
        return text.length() < 400 ? text : text.substring(0, 400) + "...";
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}

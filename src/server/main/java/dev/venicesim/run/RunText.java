package dev.venicesim.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Operation;
import dev.venicesim.json.Json;
import dev.venicesim.net.CredentialMask;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Mask of texts that a run's file holds: no key and no token of a download link stays, nor the address at which the
 * simulator was reached.
 *
 * @param host as the request named it; empty if it did not
 */
record RunText(String host) {

    private static final Pattern LINK =
            Pattern.compile("(?:https?://[^\\s\"'/\\\\]{1,300})?" + Operation.LINKS + "[^\\s\"'\\\\]+");

    String masked(String text) {
        var named = host.isEmpty() ? text : text.replace("://" + host, "://simulator");
        return CredentialMask.maskText(
                named.contains(Operation.LINKS) ? LINK.matcher(named).replaceAll(Operation.LINKS + "...") : named);
    }

    JsonNode masked(JsonNode json) {
        var text = new String(Json.bytes(json), StandardCharsets.UTF_8);
        var masked = masked(text);
        return masked.equals(text) ? json : Json.trusted(masked.getBytes(StandardCharsets.UTF_8));
    }
}

package dev.venicesim.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.venicesim.json.Json;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.net.KeyMask;
import dev.venicesim.net.LinkMask;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Mask of what is written for others to read, such as a pact: no key that is known and none with a known beginning, no
 * signature or other secret by the name of its member, no token of a download link, and no name in the form of e-mail.
 */
public final class SharedText {

    /** What stands behind a mask is the host of an address with a password. */
    private static final Pattern MAIL =
            Pattern.compile("(?<![\\w.%+*-])[\\w.%+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");

    private static final String NOBODY = "***@***";

    private final List<KeyMask> keys;

    /**
     * @param keys that were shown by clients, whatever they look like
     */
    public SharedText(Collection<String> keys) {
        this.keys = keys.stream().map(KeyMask::new).toList();
    }

    /** A text as others may read it. */
    public String masked(String text) {
        return rest(CredentialMask.maskText(known(text)));
    }

    /** A document as others may read it. */
    public JsonNode masked(JsonNode json) {
        return masked("", json);
    }

    private JsonNode masked(String member, JsonNode json) {
        if (json.isObject()) {
            var copy = Json.object();
            json.properties()
                    .forEach(field -> copy.set(masked(field.getKey()), masked(field.getKey(), field.getValue())));
            return copy;
        }
        if (json.isArray()) {
            var copy = Json.mapper().createArrayNode();
            json.forEach(item -> copy.add(masked(member, item)));
            return copy;
        }
        return json.isTextual() ? TextNode.valueOf(value(member, json.textValue())) : json;
    }

    /** Members are named as headers are, but for their underscores. */
    private String value(String member, String text) {
        return rest(CredentialMask.mask(member.replace('_', '-'), known(text)));
    }

    private String known(String text) {
        var masked = text;
        for (var key : keys) {
            masked = key.masked(masked);
        }
        return masked;
    }

    private static String rest(String text) {
        var masked = LinkMask.masked(text);
        return masked.indexOf('@') < 0 ? masked : MAIL.matcher(masked).replaceAll(NOBODY);
    }
}

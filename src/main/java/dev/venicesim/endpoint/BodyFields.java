package dev.venicesim.endpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What findings want to know of a JSON body, read in one pass without a tree.
 *
 * @param queueId its {@code queue_id}
 * @param model its {@code model}
 * @param names every field's name
 */
record BodyFields(String queueId, String model, Set<String> names) {

    static final BodyFields NONE = new BodyFields("", "", Set.of());

    /** Longer bodies carry media; reading them twice would cost more than a finding is worth. */
    private static final int LONGEST = 64 * 1024;

    static BodyFields read(byte[] body) {
        if (body.length == 0 || body.length > LONGEST || body[0] != '{') {
            return NONE;
        }
        var queueId = "";
        var model = "";
        var names = new HashSet<String>();
        try (JsonParser parser = Json.mapper().getFactory().createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                names.add(name);
                var text = parser.nextToken() == JsonToken.VALUE_STRING;
                if (text && name.equals("queue_id")) {
                    queueId = parser.getText();
                } else if (text && name.equals("model")) {
                    model = parser.getText();
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            return NONE;
        }
        return new BodyFields(queueId, model, names);
    }
}

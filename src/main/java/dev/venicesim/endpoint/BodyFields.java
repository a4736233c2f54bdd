package dev.venicesim.endpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What findings want to know of a JSON body, read in one pass without a tree.
 *
 * @param queueId its {@code queue_id}
 * @param model its {@code model}
 * @param fields its fields, each with a fingerprint of its value
 */
record BodyFields(String queueId, String model, Map<String, Integer> fields) {

    static final BodyFields NONE = new BodyFields("", "", Map.of());

    /** Longer bodies carry media; reading them twice would cost more than a finding is worth. */
    private static final int LONGEST = 64 * 1024;

    static BodyFields read(byte[] body) {
        if (body.length == 0 || body.length > LONGEST || body[0] != '{') {
            return NONE;
        }
        var fields = new HashMap<String, Integer>();
        var queueId = "";
        var model = "";
        try (JsonParser parser = Json.mapper().getFactory().createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                var value = scalar(parser);
                fields.put(name, value.hashCode());
                queueId = name.equals("queue_id") ? value : queueId;
                model = name.equals("model") ? value : model;
            }
        } catch (IOException e) {
            return NONE;
        }
        return new BodyFields(queueId, model, fields);
    }

    private static String scalar(JsonParser parser) throws IOException {
        var token = parser.nextToken();
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            parser.skipChildren();
            return token.asString();
        }
        return String.valueOf(parser.getText());
    }
}

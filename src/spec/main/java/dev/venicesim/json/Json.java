package dev.venicesim.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reader and writer of JSON: strict, decimals exact, and bounded in depth, length of numbers and, for documents that
 * others send, in how many tokens they hold, since a tree takes many times the memory of a text such as
 * {@code [],[],[]}.
 */
public final class Json {

    /** Nesting past which a document is refused. */
    public static final int MAX_DEPTH = 200;

    /**
     * Names, values, beginnings and ends past which a document that was sent is refused; the largest that the API lists
     * has six thousand.
     */
    public static final int MAX_TOKENS = 100_000;

    private static final ObjectMapper MAPPER = mapper(Long.MAX_VALUE, JsonNodeFactory.instance);
    private static final ObjectMapper BOUNDED = mapper(MAX_TOKENS, new BoundedNumbers());

    private Json() {}

    private static ObjectMapper mapper(long mostTokens, JsonNodeFactory nodes) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(constraints(mostTokens))
                        .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .nodeFactory(nodes)
                .build();
    }

    private static StreamReadConstraints constraints(long mostTokens) {
        var constraints = StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(400)
                .maxStringLength(64 * 1024 * 1024);
        try {
            return constraints.maxTokenCount(mostTokens).build();
        } catch (NoSuchMethodError older) {
            // a test suite may bring a Jackson before 2.18, which counts no tokens; the server's own jar never does
            return constraints.build();
        }
    }

    /** The shared mapper, for tree and token work; its configuration is never changed. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * Reads one document of whatever origin.
     *
     * @throws IOException if it is not exactly one well-formed JSON value within the bounds above, its numbers within
     *     those of a double
     */
    public static JsonNode read(byte[] document) throws IOException {
        return read(BOUNDED, document);
    }

    /**
     * Reads one document that the user of this process named, however many values it has.
     *
     * @throws IOException if it is not exactly one well-formed JSON value
     */
    public static JsonNode readOwn(byte[] document) throws IOException {
        return read(MAPPER, document);
    }

    private static JsonNode read(ObjectMapper mapper, byte[] document) throws IOException {
        try {
            return mapper.readTree(document);
        } catch (NumberFormatException e) {
            throw new JsonParseException(null, "number out of range", e);
        }
    }

    /** A parser of a document of whatever origin, within the bounds above. */
    static JsonParser parser(byte[] document) throws IOException {
        return BOUNDED.getFactory().createParser(document);
    }

    /** A document that ships with the simulator or was made by it; broken means a bug. */
    public static JsonNode trusted(byte[] document) {
        try {
            return MAPPER.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

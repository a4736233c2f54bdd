package dev.venicesim.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON document in which long data URLs stay where they are: the tree holds a short placeholder instead of each, and
 * {@link #slice} says where its bytes lie. So a 30 MB data URL is held once, as part of the body. Of other strings past
 * {@link #LONGEST_TEXT} the tree holds the beginning, which is longer than any text the API takes.
 *
 * <p>Stricter than RFC 8259 where a client's mistake would otherwise pass unseen: duplicate keys, lone surrogates,
 * numbers outside the range of a double and encodings other than UTF-8 are refused.
 */
public final class SlicedJson {

    /** Data URLs of more bytes than this are left in place. */
    public static final int LONG_STRING = 64 * 1024;

    /** Bytes of any other string that are read; with every character escaped, a prompt of 20,000 takes 120,000. */
    public static final int LONGEST_TEXT = 1024 * 1024;

    private static final int PREFIX = 100;
    private static final String DATA = "data:";
    private static final String MARK = "\u0000slice:";

    private final JsonNode root;
    private final Map<String, Slice> slices;

    private SlicedJson(JsonNode root, Map<String, Slice> slices) {
        this.root = root;
        this.slices = slices;
    }

    /** The bytes between the quotes of a long string, JSON escapes included. */
    public record Slice(byte[] document, int offset, int length) {}

    /**
     * Reads one document.
     *
     * @throws IOException if it is not one well-formed JSON value within the bounds above
     */
    public static SlicedJson read(byte[] document) throws IOException {
        if (isWide(document)) {
            throw new CharConversionException("not UTF-8");
        }
        try (var parser = Json.parser(document)) {
            parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            var reader = new Reader(parser, document);
            parser.nextToken();
            var root = reader.value();
            if (reader.token() != null) {
                throw new JsonParseException(parser, "more than one value");
            }
            return new SlicedJson(root, reader.slices);
        }
    }

    /** Whether the parser would take the document for UTF-16 or UTF-32, whose bytes are not those of its strings. */
    private static boolean isWide(byte[] document) {
        for (int i = 0; i < Math.min(4, document.length); i++) {
            if (document[i] == 0 || document[i] == (byte) 0xFE || document[i] == (byte) 0xFF) {
                return true;
            }
        }
        return false;
    }

    /** The tree; in place of a long string stands its beginning and a mark. */
    public JsonNode root() {
        return root;
    }

    /** Where the bytes of a string of the tree lie, if it was left in place. */
    public Optional<Slice> slice(String value) {
        return Optional.ofNullable(slices.get(value));
    }

    private static final class Reader {
        private final JsonParser parser;
        private final byte[] document;
        private final Map<String, Slice> slices = new HashMap<>();

        Reader(JsonParser parser, byte[] document) {
            this.parser = parser;
            this.document = document;
        }

        JsonToken token() {
            return parser.currentToken();
        }

        JsonNode value() throws IOException {
            var token = parser.currentToken();
            if (token == null) {
                throw new JsonParseException(parser, "no value");
            }
            if (token == JsonToken.VALUE_STRING) {
                return string();
            }
            var node = switch (token) {
                case START_OBJECT -> object();
                case START_ARRAY -> array();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
                case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
                case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
                case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
                default -> throw new JsonParseException(parser, "unexpected " + token);
            };
            parser.nextToken();
            return node;
        }

        private ObjectNode object() throws IOException {
            var node = Json.object();
            parser.nextToken();
            while (parser.currentToken() == JsonToken.FIELD_NAME) {
                var name = wellFormed(parser.currentName());
                parser.nextToken();
                node.set(name, value());
            }
            return node;
        }

        private ArrayNode array() throws IOException {
            var node = JsonNodeFactory.instance.arrayNode();
            parser.nextToken();
            while (parser.currentToken() != JsonToken.END_ARRAY) {
                node.add(value());
            }
            return node;
        }

        private JsonNode number() throws IOException {
            try {
                return parsedNumber();
            } catch (NumberFormatException e) {
                throw new JsonParseException(parser, "number out of range", e);
            }
        }

        private JsonNode parsedNumber() throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return switch (parser.getNumberType()) {
                    case INT -> JsonNodeFactory.instance.numberNode(parser.getIntValue());
                    case LONG -> JsonNodeFactory.instance.numberNode(parser.getLongValue());
                    default -> inRange(new BigDecimal(parser.getBigIntegerValue()));
                };
            }
            return inRange(parser.getDecimalValue());
        }

        private JsonNode inRange(BigDecimal number) throws IOException {
            if (!BoundedNumbers.inRange(number)) {
                throw new JsonParseException(parser, "number out of range");
            }
            return JsonNodeFactory.instance.numberNode(number);
        }

        /** The string at hand, and the parser moved past it. */
        private JsonNode string() throws IOException {
            var start = (int) parser.currentTokenLocation().getByteOffset() + 1;
            var dataUrl = startsWithData(start);
            if (endsWithin(start, dataUrl ? LONG_STRING : LONGEST_TEXT)) {
                var text = wellFormed(parser.getText());
                parser.nextToken();
                return JsonNodeFactory.instance.textNode(text);
            }
            parser.nextToken(); // skips the string without decoding it
            return JsonNodeFactory.instance.textNode(dataUrl ? placeholder(start) : head(start, LONGEST_TEXT));
        }

        private String placeholder(int start) throws IOException {
            var next = parser.currentToken() == null
                    ? document.length
                    : (int) parser.currentTokenLocation().getByteOffset();
            var end = closingQuote(next);
            var placeholder = head(start, Math.min(PREFIX, end - start)).replace("\\/", "/") + MARK + slices.size();
            slices.put(placeholder, new Slice(document, start, end - start));
            return placeholder;
        }

        private String head(int start, int length) {
            return new String(document, start, length, StandardCharsets.ISO_8859_1);
        }

        private boolean startsWithData(int start) {
            return document.length - start > LONG_STRING
                    && head(start, DATA.length()).equalsIgnoreCase(DATA);
        }

        private boolean endsWithin(int start, int limit) {
            var stop = (int) Math.min(document.length, (long) start + limit);
            for (int i = start; i < stop; i++) {
                if (document[i] == '"') {
                    return true;
                }
                if (document[i] == '\\') {
                    i++;
                }
            }
            return stop == document.length;
        }

        private int closingQuote(int before) {
            var i = before - 1;
            while (document[i] != '"') {
                i--;
            }
            return i;
        }

        private String wellFormed(String text) throws IOException {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) {
                    if (!Character.isHighSurrogate(text.charAt(i))
                            || i + 1 == text.length()
                            || !Character.isLowSurrogate(text.charAt(i + 1))) {
                        throw new JsonParseException(parser, "lone surrogate");
                    }
                    i++;
                }
            }
            return text;
        }
    }
}

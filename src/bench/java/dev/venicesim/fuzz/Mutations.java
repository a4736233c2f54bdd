package dev.venicesim.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Mutations of documents: of the tree, so that most pass the parser, and of the bytes, so that some do not. */
final class Mutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String[] TEXTS = {
        "",
        " ",
        "a",
        "0",
        "-1",
        "5s",
        "0s",
        "999999999999s",
        "16:9",
        "0:0",
        "720p",
        "1e9p",
        "\u0000",
        "\uD800",
        "\u202E",
        "\uD83D\uDE00",
        "../../etc/passwd",
        "%00",
        "%",
        "{{x}}",
        "${x}",
        "<script>",
        "' OR 1=1",
        "null",
        "true",
        "NaN",
        "https://h/a-640x640.png",
        "https://h/in-1280x720-10s-30fps.mp4",
        "http://[::1",
        "http://[::1]:99999/a",
        "file:///etc/passwd",
        "data:",
        "data:,",
        "data:image/png;base64,",
        "data:image/png;base64,%%%",
        "data:;base64,AAAA",
        "data:video/mp4,%41%",
        "https://u:p@h/face.png",
        "[sim:time=90s]",
        "[sim:time=-1s]",
        "[sim:polls=99999999999]",
        "[sim:",
        "[sim:refused]",
        "P1Y",
        "PT999999999H",
        "2026-11-23T10:00:00Z",
        "+999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z"
    };

    private static final String[] NUMBERS = {
        "0", "-0", "-1", "1", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808",
        "1e308", "1e309", "-1e309", "1e-400", "1e99999999999", "0.1", "0.000000000000000000000001",
                "123456789012345678901234567890", "5.5"
    };

    private static final byte[] SPECIAL = {0, (byte) 0xFF, 0x7F, (byte) 0x80, '\n', '"'};

    private Mutations() {}

    /** A document with one to four places changed; sometimes its bytes, too. */
    static byte[] of(JsonNode document, RandomGenerator random) {
        var changed = document.deepCopy();
        for (var i = random.nextInt(4); i >= 0; i--) {
            changed = change(changed, random, 0);
        }
        var text = changed.toString();
        if (random.nextInt(6) == 0) {
            // numbers no tree holds
            text = text.replaceFirst(":(?:\\d+|\"[^\"]*\")", ":" + InputMaker.one(random, NUMBERS));
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(8) == 0 ? bytes(bytes, random) : bytes;
    }

    private static JsonNode change(JsonNode node, RandomGenerator random, int depth) {
        if (node.isContainerNode() && !node.isEmpty() && random.nextInt(5) != 0 && depth < 12) {
            return within(node, random, depth);
        }
        return random.nextInt(12) == 0 ? node : value(random, depth);
    }

    private static JsonNode within(JsonNode node, RandomGenerator random, int depth) {
        if (node instanceof ArrayNode array) {
            var at = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.add(array.get(at).deepCopy());
                default -> array.set(at, change(array.get(at), random, depth + 1));
            }
            return array;
        }
        var object = (ObjectNode) node;
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        var name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(InputMaker.one(random, TEXTS), value(random, depth));
            case 2 -> object.set(name + "_" + InputMaker.one(random, TEXTS), object.get(name));
            default -> object.set(name, change(object.path(name), random, depth + 1));
        }
        return object;
    }

    private static JsonNode value(RandomGenerator random, int depth) {
        return switch (random.nextInt(11)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3 -> NODES.numberNode(random.nextLong());
            case 4 -> NODES.numberNode(random.nextDouble() * 1e6);
            case 5 -> NODES.textNode(InputMaker.one(random, TEXTS).repeat(1 + random.nextInt(3)));
            case 6 -> NODES.textNode("x".repeat(random.nextInt(20) == 0 ? 30_000 : random.nextInt(300)));
            case 7 -> nested(random, random.nextInt(20) == 0 ? 300 : random.nextInt(6));
            case 8 -> wide(random, random.nextInt(50) == 0 ? 5_000 : random.nextInt(8));
            case 9 -> Json.object().put(InputMaker.one(random, TEXTS), depth);
            default -> NODES.textNode(InputMaker.one(random, TEXTS));
        };
    }

    private static JsonNode nested(RandomGenerator random, int depth) {
        JsonNode node = NODES.numberNode(1);
        for (var i = 0; i < depth; i++) {
            node = random.nextBoolean()
                    ? NODES.arrayNode().add(node)
                    : NODES.objectNode().set("a", node);
        }
        return node;
    }

    private static JsonNode wide(RandomGenerator random, int count) {
        var array = NODES.arrayNode();
        for (var i = 0; i < count; i++) {
            array.add(random.nextBoolean() ? NODES.textNode(InputMaker.one(random, TEXTS)) : NODES.arrayNode());
        }
        return array;
    }

    /** Bytes with some of them changed, cut off, doubled or put elsewhere. */
    static byte[] bytes(byte[] from, RandomGenerator random) {
        if (from.length == 0) {
            return from;
        }
        var bytes = from.clone();
        for (var i = random.nextInt(6); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextInt(3) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : (byte) random.nextInt();
        }
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> FuzzInput.joined(bytes, Arrays.copyOfRange(bytes, random.nextInt(bytes.length), bytes.length));
            default -> bytes;
        };
    }

    static String text(RandomGenerator random) {
        return InputMaker.one(random, TEXTS);
    }

    static String number(RandomGenerator random) {
        return InputMaker.one(random, NUMBERS);
    }
}

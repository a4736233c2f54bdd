package dev.venicesim.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlicedJsonTest {

    private static final String LONG = "data:image\\/png;base64," + "QUJD\\/".repeat(20_000);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"%s\"}",
                "{\"a\":\"%s\",\"b\":1}",
                "{\"a\" : \"%s\" , \"b\":1}",
                "{\"z\":[1,\"x\"],\"a\":\"%s\"}",
                "{\"\\u00e9é\":\"é\",\"a\":\"%s\"\n\n}",
                "\uFEFF{\"a\":\"%s\"}"
            })
    void saysWhereTheBytesOfALongDataUrlLie(String document) throws IOException {
        var json = SlicedJson.read(document.replace("%s", LONG).getBytes(UTF_8));

        assertThat(text(json, json.root().get("a"))).isEqualTo(LONG);
        assertThat(json.root().get("a").textValue())
                .startsWith("data:image/png;base64,QUJD/")
                .hasSizeLessThan(200);
    }

    @Test
    void keepsNeighboursApart() throws IOException {
        var other = "DATA:video/mp4;base64," + "x".repeat(100_000);
        var json = SlicedJson.read(("[\"" + LONG + "\",\"" + other + "\",\"" + LONG + "\" ]").getBytes(UTF_8));

        assertThat(text(json, json.root().get(0))).isEqualTo(LONG);
        assertThat(text(json, json.root().get(1))).isEqualTo(other);
        assertThat(text(json, json.root().get(2))).isEqualTo(LONG);
    }

    @Test
    void findsTheEndAfterEscapedQuotesAndBackslashes() throws IOException {
        var tricky = "data:" + "\\\"\\\\".repeat(30_000) + "\\\\";
        var json = SlicedJson.read(("\"" + tricky + "\"").getBytes(UTF_8));

        assertThat(text(json, json.root())).isEqualTo(tricky);
    }

    @Test
    void readsOtherLongTextsWhole() throws IOException {
        var prompt = "\\u4e2d".repeat(20_000);
        var json = SlicedJson.read(("{\"prompt\":\"" + prompt + "\"}").getBytes(UTF_8));

        assertThat(json.root().path("prompt").textValue()).isEqualTo("中".repeat(20_000));
    }

    @Test
    void readsOfAnEndlessTextMoreThanAnyFieldTakes() throws IOException {
        var json = SlicedJson.read(("{\"prompt\":\"" + "x".repeat(3_000_000) + "\",\"b\":2}").getBytes(UTF_8));

        assertThat(json.root().path("prompt").textValue()).hasSize(SlicedJson.LONGEST_TEXT);
        assertThat(json.root().path("b").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{}{}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "\"\\ud800\"",
                "{\"\\udc00\":1}",
                "1e400",
                "[1e-999999999999]",
                "1e99999999999999999999",
                "[1,]",
                "NaN",
                "'a'",
                "{a:1}",
                "[\"a]",
                "\"\u0001\"",
                "tru"
            })
    void refusesWhatIsNoJson(String document) {
        assertThatThrownBy(() -> SlicedJson.read(document.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }

    @Test
    void refusesCutSlicesDeepNestsLongNumbersAndBrokenText() {
        for (var document : List.of(
                "{\"a\":\"" + LONG,
                "{\"a\":\"" + LONG + "\\",
                "[".repeat(100_000),
                "[".repeat(300) + "]".repeat(300),
                "9".repeat(100_000))) {
            assertThatThrownBy(() -> SlicedJson.read(document.getBytes(UTF_8))).isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> SlicedJson.read(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
    void refusesEveryEncodingButUtf8(String name) {
        var document = ("{\"a\":\"" + LONG + "\"}").getBytes(Charset.forName(name));
        assertThatThrownBy(() -> SlicedJson.read(document)).isInstanceOf(IOException.class);
    }

    @Property(tries = 300)
    void readsLikeAnyParserWhereNothingIsLong(@ForAll("documents") JsonNode document) throws IOException {
        assertThat(SlicedJson.read(Json.bytes(document)).root()).isEqualTo(Json.read(Json.bytes(document)));
    }

    @Property(tries = 200)
    void neverBreaksOnBytesOfAnyKind(@ForAll byte[] document) {
        try {
            assertThat(SlicedJson.read(document).root()).isNotNull();
        } catch (IOException expected) {
            assertThat(expected).isNotNull();
        }
    }

    private static String text(SlicedJson json, JsonNode value) {
        var slice = json.slice(value.textValue()).orElseThrow();
        return new String(slice.document(), slice.offset(), slice.length(), UTF_8);
    }

    @Provide
    Arbitrary<JsonNode> documents() {
        var nodes = Json.mapper().getNodeFactory();
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                Arbitraries.strings()
                        .excludeChars('\0')
                        .ofMaxLength(20)
                        .filter(SlicedJsonTest::wellFormed)
                        .map(nodes::textNode),
                Arbitraries.longs().map(nodes::numberNode),
                Arbitraries.of(true, false).map(nodes::booleanNode),
                Arbitraries.just(nodes.nullNode()));
        var object = Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), leaf)
                .ofMaxSize(5)
                .map(fields -> nodes.objectNode().<JsonNode>setAll(fields));
        return Arbitraries.oneOf(leaf, object)
                .list()
                .ofMaxSize(6)
                .map(list -> nodes.arrayNode().addAll(list));
    }

    private static boolean wellFormed(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }
}

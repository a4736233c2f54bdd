package dev.venicesim.wallet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.crypto.Vectors;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SignInMessageTest {

    @Test
    void writesEveryTextAsReferenceClientsSignIt() {
        assertThat(all().filter(vector -> !vector.path("name").asText().equals("domain with a scheme")))
                .hasSize(15)
                .allSatisfy(vector -> {
                    var text = vector.path("message").asText();
                    assertThat(SignInMessage.parse(text).map(SignInMessage::text))
                            .contains(text);
                });
    }

    @Test
    void readsTheFieldsOfAText() {
        var text = Vectors.load("sign-in-evm").get(5).path("message").asText();
        var message = SignInMessage.parse(text).orElseThrow();
        assertThat(message.statement()).isEqualTo("Sign in to Venice AI");
        assertThat(message.requestId()).isEqualTo("req-7");
        assertThat(message.notBefore()).isEqualTo("2026-08-21T11:59:59.000Z");
        assertThat(message.resources()).containsExactly("https://venice.ai/a", "https://venice.ai/b?c=d");
    }

    @Test
    void leavesAschemeOutOfTheDomain() {
        var text = Vectors.load("sign-in-evm").get(7).path("message").asText();
        assertThat(text).startsWith("http://");
        assertThat(SignInMessage.parse(text).map(SignInMessage::domain)).contains("127.0.0.1:8080");
    }

    @Test
    void refusesTextsWithLinesMissingMovedOrLeftOver() {
        var text = Vectors.load("sign-in-evm").get(0).path("message").asText();
        assertThat(List.of(
                        "",
                        "hello",
                        text + "\n",
                        text + "\nmore",
                        text.replace("Version: 1\n", ""),
                        text.replace("URI: ", "Uri: "),
                        text.replace("Version: 1\nChain ID: 8453", "Chain ID: 8453\nVersion: 1"),
                        text.replace("Ethereum", "Bitcoin"),
                        text.replace("\n", "\r\n")))
                .allSatisfy(broken -> assertThat(SignInMessage.parse(broken)).isEmpty());
    }

    @Property(tries = 200)
    void neverThrowsOnCutOrMutatedText(@ForAll int where, @ForAll char letter) {
        var text = Vectors.load("sign-in-evm").get(5).path("message").asText();
        var at = Math.floorMod(where, text.length());
        assertThat(SignInMessage.parse(text.substring(0, at))).isNotNull();
        assertThat(SignInMessage.parse(text.substring(0, at) + letter + text.substring(at + 1)))
                .isNotNull();
    }

    private static Stream<JsonNode> all() {
        return Stream.concat(Vectors.load("sign-in-evm").stream(), Vectors.load("sign-in-solana").stream());
    }
}

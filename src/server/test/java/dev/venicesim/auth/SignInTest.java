package dev.venicesim.auth;

import static dev.venicesim.auth.SignIns.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.crypto.Vectors;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.AuthErrors.SignInCode;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignInTest {

    private static final QuirkSettings CODES = QuirkSettings.defaults().with("sign-in-codes", "on");

    static Stream<JsonNode> vectors() {
        return Stream.concat(Vectors.load("sign-in-evm").stream(), Vectors.load("sign-in-solana").stream());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void takesWhatReferenceClientsSend(JsonNode vector) {
        var identity = accepted(vector.path("header").asText(), NOW.plusSeconds(60));
        assertThat(identity.caller().address().display())
                .isEqualTo(vector.path("address").asText());
        assertThat(identity.nonce()).isEqualTo(vector.path("nonce").asText());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesThemWhenAnyLetterOfTheSignatureIsAnother(JsonNode vector) {
        var payload = vector.path("payload").<ObjectNode>deepCopy();
        var signature = payload.path("signature").asText();
        payload.put(
                "signature",
                signature.substring(0, 9) + (signature.charAt(9) == '7' ? '8' : '7') + signature.substring(10));
        assertThat(code(SignIns.encoded(payload), NOW)).isEqualTo(SignInCode.INVALID_SIGNATURE);
    }

    static Stream<Arguments> broken() {
        var text = new ArrayList<Arguments>();
        var solana = "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp";
        text.add(payload("base64", SignInCode.PARSE_ERROR, "%%%"));
        text.add(payload("empty", SignInCode.PARSE_ERROR, ""));
        text.add(payload("no JSON", SignInCode.PARSE_ERROR, base64("{")));
        text.add(payload("no object", SignInCode.PARSE_ERROR, base64("[1]")));
        text.add(payload("cut", SignInCode.PARSE_ERROR, SignIns.good().substring(0, 200)));
        text.add(payload("too long", SignInCode.PARSE_ERROR, "A".repeat(20_000)));
        text.add(payload("no address", SignInCode.INVALID_PAYLOAD, SignIns.withPayload(p -> p.without("address"))));
        text.add(payload("no signature", SignInCode.INVALID_PAYLOAD, SignIns.withPayload(p -> p.without("signature"))));
        text.add(payload("neither form", SignInCode.INVALID_PAYLOAD, SignIns.withPayload(p -> p.without("message"))));
        text.add(payload(
                "timestamp a text", SignInCode.INVALID_PAYLOAD, SignIns.withPayload(p -> p.put("timestamp", "now"))));
        text.add(payload(
                "timestamp a fraction", SignInCode.INVALID_PAYLOAD, SignIns.withPayload(p -> p.put("timestamp", 1.5))));
        text.add(payload(
                "timestamp huge",
                SignInCode.INVALID_PAYLOAD,
                SignIns.withPayload(p -> p.put("timestamp", BigInteger.TWO.pow(256)))));
        text.add(
                payload("message a number", SignInCode.INVALID_PAYLOAD, SignIns.withPayload(p -> p.put("message", 1))));
        text.add(payload("other text", SignInCode.INVALID_MESSAGE, SignIns.withText(t -> "hello")));
        text.add(payload(
                "version 2", SignInCode.INVALID_MESSAGE, SignIns.withText(t -> t.replace("Version: 1", "Version: 2"))));
        text.add(payload(
                "no instant",
                SignInCode.INVALID_MESSAGE,
                SignIns.withText(t -> t.replace("Issued At: 2026-08", "Issued At: 2026-13"))));
        text.add(payload(
                "year 999999999",
                SignInCode.INVALID_MESSAGE,
                SignIns.withText(t -> t.replace("Issued At: ", "Issued At: +99999"))));
        text.add(payload("wallet", SignInCode.INVALID_WALLET, SignIns.withPayload(p -> p.put("address", "0x12"))));
        text.add(payload(
                "other address",
                SignInCode.ADDRESS_MISMATCH,
                SignIns.withPayload(p -> p.put("address", "0x" + "1".repeat(40)))));
        text.add(
                payload("chain base", SignInCode.INVALID_CHAIN_ID, SignIns.withPayload(p -> p.put("chainId", "base"))));
        text.add(payload(
                "chain a fraction", SignInCode.INVALID_CHAIN_ID, SignIns.withPayload(p -> p.put("chainId", 8453.5))));
        text.add(payload(
                "two chains", SignInCode.CHAIN_MISMATCH, SignIns.withPayload(p -> p.put("chainId", "eip155:1"))));
        text.add(
                payload("Solana chain", SignInCode.CHAIN_MISMATCH, SignIns.withPayload(p -> p.put("chainId", solana))));
        text.add(payload(
                "mainnet",
                SignInCode.UNSUPPORTED_CHAIN,
                SignIns.header(t -> t.replace("8453", "1"), p -> p.put("chainId", 1))));
        text.add(payload(
                "no nonce",
                SignInCode.INVALID_MESSAGE,
                SignIns.withText(t -> t.replace("Nonce: 0123456789abcdef\n", ""))));
        var withoutNonce = Vectors.load("sign-in-evm").get(8).path("payload").<ObjectNode>deepCopy();
        withoutNonce.remove("nonce");
        text.add(payload("no nonce field", SignInCode.MISSING_NONCE, SignIns.encoded(withoutNonce)));
        text.add(payload(
                "other domain",
                SignInCode.DOMAIN_MISMATCH,
                SignIns.withText(t -> t.replaceFirst("127.0.0.1", "evil.example"))));
        text.add(payload(
                "other port", SignInCode.DOMAIN_MISMATCH, SignIns.withText(t -> t.replaceFirst("8080", "9090"))));
        text.add(payload(
                "timestamp late",
                SignInCode.TIMESTAMP_MISMATCH,
                SignIns.withPayload(p -> p.put("timestamp", NOW.toEpochMilli() + 30_001))));
        text.add(payload(
                "timestamp least",
                SignInCode.TIMESTAMP_MISMATCH,
                SignIns.withPayload(p -> p.put("timestamp", Long.MIN_VALUE))));
        text.add(payload(
                "old",
                SignInCode.EXPIRED,
                SignIns.header(
                        t -> t.replace(
                                "12:00:00.000Z\nExpiration Time: 2026-08-21T12:05",
                                "11:54:59.999Z\nExpiration Time: 2026-08-21T12:30"),
                        p -> p.without("timestamp"))));
        text.add(payload("expired", SignInCode.EXPIRED, SignIns.withText(t -> t.replace("12:05:00", "12:00:00"))));
        text.add(payload(
                "early",
                SignInCode.FUTURE_TIMESTAMP,
                SignIns.header(t -> t.replace("12:00:00.000Z", "12:00:30.001Z"), p -> p.without("timestamp"))));
        text.add(payload(
                "not before", SignInCode.NOT_BEFORE, SignIns.withText(t -> t + "\nNot Before: 2026-08-21T12:00:01Z")));
        text.add(payload(
                "short signature", SignInCode.INVALID_SIGNATURE, SignIns.withPayload(p -> p.put("signature", "0x12"))));
        text.add(payload(
                "contract",
                SignInCode.INVALID_SIGNATURE,
                SignIns.withPayload(p -> p.put("signature", "0x" + "ab".repeat(300)))));
        text.add(payload(
                "Solana type", SignInCode.INVALID_SIGNATURE, SignIns.withPayload(p -> p.put("type", "ed25519"))));
        text.add(payload(
                "text changed",
                SignInCode.INVALID_SIGNATURE,
                SignIns.withPayload(
                        p -> p.put("message", p.path("message").asText().replace("AI", "API")))));
        return text.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("broken")
    void namesWhatIsWrong(String what, SignInCode code, String header) {
        assertThat(code(header, NOW)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void saysOnlyTheDocumentedSentenceByDefault(String what, SignInCode code, String header) {
        var refusal = refused(header, QuirkSettings.defaults(), NOW, AcceptedCredentials.KEY_OR_WALLET);
        assertThat(refusal.error()).isEqualTo(AuthErrors.invalidSignIn());
        assertThat(refusal.why()).startsWith(code.wire());
        assertThat(refused(header, CODES, NOW, AcceptedCredentials.WALLET).error())
                .isEqualTo(AuthErrors.invalidSignIn());
    }

    @Test
    void takesTheOtherFormsThatAreKnown() {
        var forms = List.of(
                SignIns.good().replace('+', '-').replace('/', '_').replace("=", ""),
                SignIns.withText(text -> text.replaceFirst("127.0.0.1:8080", "api.venice.ai")),
                SignIns.withText(text -> text.replaceFirst("127.0.0.1:8080", "venice.ai:443")),
                SignIns.withText(text -> text.replaceFirst("127.0.0.1:8080", "127.0.0.1")),
                SignIns.withText(text -> text.replace("Sign in to Venice AI", "Anything")),
                SignIns.withText(text -> text.replaceAll("URI: .*", "URI: ftp://elsewhere")),
                SignIns.withText(
                        text -> text.replace("Expiration Time: 2026-08-21T12:05", "Expiration Time: 2026-08-21T12:10")),
                SignIns.withPayload(payload -> payload.put("address", SignIns.ADDRESS.toLowerCase(Locale.ROOT))),
                SignIns.withText(text -> text.replaceFirst("127.0.0.1:8080", "outerface.venice.ai")),
                SignIns.withText(text -> text.replaceFirst("127.0.0.1:8080", "https://api.venice.ai/api/v1")),
                SignIns.withPayload(payload -> payload.put("chainId", "8453")),
                SignIns.withPayload(payload -> payload.without("chainId")),
                SignIns.withPayload(payload -> payload.without("timestamp")));
        assertThat(forms).allSatisfy(header -> accepted(header, NOW));
    }

    @Test
    void holdsForFiveMinutesAndHalfAMinuteAheadToTheLetter() {
        var header = SignIns.withText(text -> text.replace("\nExpiration Time: 2026-08-21T12:05:00.000Z", ""));
        accepted(header, NOW.minusSeconds(30));
        accepted(header, NOW.plusSeconds(300));
        assertThat(code(header, NOW.minusSeconds(30).minusMillis(1))).isEqualTo(SignInCode.FUTURE_TIMESTAMP);
        assertThat(code(header, NOW.plusSeconds(300).plusMillis(1))).isEqualTo(SignInCode.EXPIRED);
    }

    @Test
    void saysWhyAContractsSignatureCannotBeChecked() {
        var header = SignIns.withPayload(payload -> payload.put("signature", "0x" + "ab".repeat(300)));
        assertThat(refused(header, CODES, NOW, AcceptedCredentials.KEY_OR_WALLET)
                        .why())
                .contains("EIP-1271");
    }

    @Test
    void refusesStructuredFieldsThatWouldSmuggleALine() {
        var vector = Vectors.load("sign-in-evm").get(8).path("payload").<ObjectNode>deepCopy();
        vector.put("statement", "x\n\nURI: http://evil.example");
        assertThat(code(SignIns.encoded(vector), NOW)).isEqualTo(SignInCode.INVALID_MESSAGE);
    }

    @Test
    void takesStructuredFieldsWithoutAVersion() {
        var payload = Vectors.load("sign-in-evm").get(8).path("payload").<ObjectNode>deepCopy();
        payload.remove("version");
        accepted(SignIns.encoded(payload), NOW);
    }

    @Test
    void takesStructuredFieldsWhoseTextHoldsALowerCaseAddress() {
        var payload = Vectors.load("sign-in-evm").get(8).path("payload").<ObjectNode>deepCopy();
        var lower = SignIns.ADDRESS.toLowerCase(Locale.ROOT);
        var text = Vectors.load("sign-in-evm").get(8).path("message").asText().replace(SignIns.ADDRESS, lower);
        payload.put("address", lower).put("signature", SignIns.sign(text));
        accepted(SignIns.encoded(payload), NOW);
    }

    @Property(tries = 400)
    void answersEveryMutationByValue(@ForAll int where, @ForAll @AlphaChars char letter, @ForAll boolean cut) {
        var headers = vectors().map(vector -> vector.path("header").asText()).toList();
        var header = headers.get(Math.floorMod(where, headers.size()));
        var at = Math.floorMod(where / 31, header.length());
        var mutated = cut ? header.substring(0, at) : header.substring(0, at) + letter + header.substring(at + 1);
        var verdict = CallerAuthenticator.of(SignIns.request(AcceptedCredentials.KEY_OR_WALLET, mutated), CODES, NOW);
        assertThat(verdict.<Integer>fold(
                        identity -> 200, refusal -> refusal.error().status()))
                .isIn(200, 401);
    }

    @Property(tries = 300)
    void answersAnyHeaderByValue(@ForAll String header) {
        assertThat(refused(header, CODES, NOW, AcceptedCredentials.WALLET)
                        .error()
                        .status())
                .isEqualTo(401);
    }

    private static Arguments payload(String what, SignInCode code, String header) {
        return arguments(what, code, header);
    }

    private static String base64(String text) {
        return HeaderBase64.encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Identity.SignedIn accepted(String header, Instant now) {
        var verdict = CallerAuthenticator.of(SignIns.request(AcceptedCredentials.KEY_OR_WALLET, header), CODES, now);
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return verdict.fold(identity -> (Identity.SignedIn) identity, refusal -> {
            throw new AssertionError(refusal);
        });
    }

    private static SignInCode code(String header, Instant now) {
        var wire = refused(header, CODES, now, AcceptedCredentials.KEY_OR_WALLET)
                .error()
                .body()
                .path("code")
                .asText();
        return Arrays.stream(SignInCode.values())
                .filter(code -> code.wire().equals(wire))
                .findFirst()
                .orElseThrow();
    }

    private static Refusal refused(String header, QuirkSettings quirks, Instant now, AcceptedCredentials accepts) {
        return CallerAuthenticator.of(SignIns.request(accepts, header), quirks, now)
                .fold(
                        identity -> {
                            throw new AssertionError("accepted: " + identity);
                        },
                        refusal -> refusal);
    }
}

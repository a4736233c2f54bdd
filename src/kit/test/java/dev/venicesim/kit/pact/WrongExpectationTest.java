package dev.venicesim.kit.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A pact that expects what the API does not do fails, and the failure names what differs. */
class WrongExpectationTest {

    private static final String FOLDER = "target/pacts-of-tests/wrong-";

    private static String wrong(String kind, java.util.function.Consumer<ObjectNode> slip) throws IOException {
        var pact = PactText.quote("a funded key");
        slip.accept((ObjectNode) PactText.interaction(pact).path("response"));
        PactText.folder(FOLDER + kind, kind + ".json", pact.toString());
        return pact.toString();
    }

    private static String failure(Class<?> test) {
        var verified = Verified.by(test);
        assertThat(verified.failed()).isEqualTo(1);
        return verified.failures().get(0);
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "status")
    static class StatusCase implements VenicePacts {}

    @Test
    void namesTheStatus() throws IOException {
        wrong("status", response -> response.put("status", 201));
        assertThat(failure(StatusCase.class)).contains("a quote", "expected status of 201 but was 200");
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "value")
    static class ValueCase implements VenicePacts {}

    @Test
    void namesTheFieldAndBothValues() throws IOException {
        wrong("value", response -> ((ObjectNode) response.path("body").path("content")).put("quote", 0.99));
        assertThat(failure(ValueCase.class)).contains("$.quote", "0.99", "0.55");
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "field")
    static class FieldCase implements VenicePacts {}

    @Test
    void namesTheFieldThatIsMissing() throws IOException {
        wrong("field", response -> ((ObjectNode) response.path("body").path("content")).put("currency", "USD"));
        assertThat(failure(FieldCase.class)).contains("missing", "currency");
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "header")
    static class HeaderCase implements VenicePacts {}

    @Test
    void namesTheHeader() throws IOException {
        wrong(
                "header",
                response ->
                        response.putObject("headers").putArray("X-Never-Sent").add("1"));
        assertThat(failure(HeaderCase.class)).contains("X-Never-Sent");
    }
}

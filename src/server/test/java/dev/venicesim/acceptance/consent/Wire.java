package dev.venicesim.acceptance.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.consent.PolicyVersion;
import dev.venicesim.json.Json;
import java.util.List;
import java.util.stream.StreamSupport;

/** What replies are compared with. */
final class Wire {

    static final String POLICY_TEXT = """
            The likeness in any media you upload is your own, or you have explicit, legal consent from any depicted individual(s). \
            Note: an image may contain more than one face — your attestation covers all of them.
            You own or have permission to use all media you uploaded for content generation.
            You agree to the Venice.ai Terms of Service and Privacy Policy. Violations can lead to account suspension and legal liability.
            No content is stored by Venice.""";

    private Wire() {}

    static Http.Answer queue(Http api, Seedance body) {
        return api.post("/video/queue", body.json());
    }

    static void assertAccepted(Http.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    /** The reply asks for consent: just this body, valid by the edition's schema. */
    static void assertAsks(Http.Answer answer, ApiEdition edition, String... roles) {
        assertAsks(answer, edition, new PolicyVersion("v2.0", POLICY_TEXT), roles);
    }

    static void assertAsks(Http.Answer answer, ApiEdition edition, PolicyVersion policy, String... roles) {
        var listed = Json.object().arrayNode();
        List.of(roles).forEach(listed::add);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.text())
                .isEqualTo("{\"error\":{\"code\":\"needs_consent\","
                        + "\"message\":\"Seedance consent is required for this request.\"},"
                        + "\"consent_flow\":\"seedance\",\"face_media_roles\":" + listed + ","
                        + "\"consent\":{\"consent_version\":\"" + policy.version() + "\",\"policy_text\":"
                        + Json.object().textNode(policy.text()) + "},"
                        + "\"docs_url\":\"https://docs.venice.ai/guides/media/seedance-face-consent\"}");
        assertValid(answer, edition, "error-needs-consent");
    }

    static void assertViolates(Http.Answer answer, ApiEdition edition, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.json().path("code").asText()).isEqualTo(code);
        assertValid(answer, edition, "error-content-violation");
    }

    static void assertValid(Http.Answer answer, ApiEdition edition, String schema) {
        var problems = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(EditionFiles.schema(edition, schema))
                .validate(answer.json());
        assertThat(problems).as(answer.toString()).isEmpty();
    }

    /** The media a world has attested to, in the order listed. */
    static List<String> attested(Sim.World world) {
        var listed = world.control().get("/consents").json().path("consents");
        return StreamSupport.stream(listed.spliterator(), false)
                .map(consent -> consent.path("media").asText())
                .toList();
    }

    static int jobs(Sim.World world) {
        return world.control().get("/jobs").json().path("jobs").size();
    }
}

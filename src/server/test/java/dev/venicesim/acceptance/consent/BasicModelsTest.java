package dev.venicesim.acceptance.consent;

import static dev.venicesim.acceptance.consent.Wire.assertAccepted;
import static dev.venicesim.acceptance.consent.Wire.assertValid;
import static dev.venicesim.acceptance.consent.Wire.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.TestEditions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The later edition's {@code -basic} models ask nobody and leave faces to the provider. */
class BasicModelsTest {

    private static final ApiEdition LATER = TestEditions.AUGUST;
    private static final Seedance FACE = Seedance.animating("https://example.com/face-720x720.png")
            .with("model", "seedance-2-0-image-to-video-basic");

    private static Sim.World world(Sim sim) {
        return sim.frozenWorld("\"edition\":\"" + LATER.id() + "\"", "\"jobTime\":\"10s\"");
    }

    @Test
    void theProviderRefusesAFaceAndTheCreditsComeBack() {
        try (var sim = Sim.start()) {
            var world = world(sim);

            var queued = queue(world.api(), FACE);
            assertAccepted(queued);
            assertThat(world.balanceUsd()).isNotEqualTo("100");
            assertThat(world.api()
                            .post("/video/retrieve", Requests.ticket(queued))
                            .status())
                    .isEqualTo(200);
            world.advance("10s");

            var refused = world.api().post("/video/retrieve", Requests.ticket(queued));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().at("/error/type").asText()).isEqualTo("provider_content_policy");
            assertThat(refused.json().at("/error/credits_refunded").asBoolean()).isTrue();
            assertThat(refused.json().at("/error/recommended_model").isMissingNode())
                    .isTrue();
            assertValid(refused, LATER, "error-provider-policy");
            assertThat(world.balanceUsd()).isEqualTo("100");
            assertThat(Wire.attested(world)).isEmpty();
        }
    }

    @Test
    void consentChangesNothing() {
        try (var sim = Sim.start()) {
            var world = world(sim);
            var queued = queue(world.api(), FACE.attested());
            assertAccepted(queued);
            world.advance("10s");

            assertThat(world.api()
                            .post("/video/retrieve", Requests.ticket(queued))
                            .status())
                    .isEqualTo(422);
            assertThat(Wire.attested(world)).isEmpty();
        }
    }

    @Test
    void withoutAFaceTheVideoIsMade() {
        try (var sim = Sim.start()) {
            var world = world(sim);
            var queued = queue(world.api(), FACE.with("image_url", "https://example.com/beach-720x720.png"));
            assertAccepted(queued);
            world.advance("10s");

            var video = world.api().post("/video/retrieve", Requests.ticket(queued));
            assertThat(video.status()).isEqualTo(200);
            assertThat(video.header("Content-Type")).isEqualTo("video/mp4");
        }
    }

    @Test
    void whatAMagicPromptDecidesStands() {
        try (var sim = Sim.start()) {
            var world = world(sim);
            var queued = queue(world.api(), FACE.with("prompt", "[sim:fail]"));
            assertAccepted(queued);
            world.advance("10s");

            assertThat(world.api()
                            .post("/video/retrieve", Requests.ticket(queued))
                            .status())
                    .isEqualTo(500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"seedance\":{}}",
                "{\"seedance\":{\"confirmed_terms_and_privacy\":true,\"confirmed_legal_right\":true}}",
                "{\"seedance\":{\"confirmed_terms_and_privacy\":true,\"confirmed_legal_right\":false,"
                        + "\"confirmed_screening_acknowledged\":true}}",
                "{\"seedance\":{\"confirmed_terms_and_privacy\":true,\"confirmed_legal_right\":\"true\","
                        + "\"confirmed_screening_acknowledged\":true}}",
                "{\"seedance\":{\"confirmed_terms_and_privacy\":true,\"confirmed_legal_right\":true,"
                        + "\"confirmed_screening_acknowledged\":true,\"consent_version\":\"v2.0\"}}",
                "true"
            })
    void malformedConsentIsRefusedByEveryModelOfEitherEdition(String consents) {
        try (var sim = Sim.start()) {
            for (var edition : ApiEdition.all()) {
                var world = sim.frozenWorld("\"edition\":\"" + edition.id() + "\"");
                for (var body : new String[] {
                    FACE.json(), Seedance.animating("https://x.example/a.png").json(), Requests.WAN
                }) {
                    if (edition.equals(LATER) || !body.contains("-basic")) {
                        var sent = body.strip().replaceFirst("}$", ",\"consents\":" + consents + "}");
                        var refused = world.api().post("/video/queue", sent);
                        assertThat(refused.status()).as(sent + " " + refused).isEqualTo(400);
                        assertThat(refused.json().at("/issues/0/path/0").asText())
                                .as(refused.toString())
                                .isEqualTo("consents");
                        assertValid(refused, edition, "error-detailed");
                    }
                }
            }
        }
    }
}

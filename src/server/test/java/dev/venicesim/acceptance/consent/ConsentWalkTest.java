package dev.venicesim.acceptance.consent;

import static dev.venicesim.acceptance.consent.Wire.assertAccepted;
import static dev.venicesim.acceptance.consent.Wire.assertAsks;
import static dev.venicesim.acceptance.consent.Wire.attested;
import static dev.venicesim.acceptance.consent.Wire.jobs;
import static dev.venicesim.acceptance.consent.Wire.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.consent.FacePicture;
import dev.venicesim.consent.PolicyVersion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;

/** The whole conversation, by a client that knows nothing of the simulator. */
class ConsentWalkTest {

    private static final String BEACH = "https://example.com/beach-1280x720.png";
    private static final String FACE = "https://example.com/a-face-1280x720.png";

    private static Sim.World world(Sim sim, ApiEdition edition) {
        return sim.frozenWorld("\"edition\":\"" + edition.id() + "\"");
    }

    @ParameterizedTest
    @EachEdition
    void asksOnceForTheSameBytesAndAgainForOthers(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var world = world(sim, edition);
            var plain = Seedance.animating(FacePicture.NO_FACE.dataUrl());
            var face = Seedance.animating(FacePicture.FACE.dataUrl());

            assertAccepted(queue(world.api(), plain));
            var before = world.balanceUsd();
            assertAsks(queue(world.api(), face), edition, "image");
            assertThat(world.balanceUsd()).isEqualTo(before);
            assertThat(jobs(world)).isEqualTo(1);
            assertThat(attested(world)).isEmpty();

            var accepted = queue(world.api(), face.attested());
            assertAccepted(accepted);
            assertThat(world.balanceUsd()).isNotEqualTo(before);
            assertRemembered(world, FacePicture.FACE, accepted);
            assertAccepted(queue(world.api(), face));

            var resaved = Pictures.dataUrl(Pictures.reencoded(FacePicture.FACE, "another program"));
            assertAsks(queue(world.api(), Seedance.animating(resaved)), edition, "image");
            assertAsks(queue(world.api(), Seedance.animating(FacePicture.OTHER_FACE.dataUrl())), edition, "image");
        }
    }

    private static void assertRemembered(Sim.World world, FacePicture image, Http.Answer accepted) {
        assertThat(world.control().get("/consents").text())
                .isEqualTo("{\"consents\":[{\"media\":\"" + Pictures.identity(image) + "\",\"role\":\"image\","
                        + "\"version\":\"v2.0\",\"at\":\"2026-11-23T10:00:00Z\",\"queueId\":\""
                        + accepted.json().path("queue_id").asText() + "\"}]}");
    }

    @ParameterizedTest
    @EachEdition
    void wantsFreshConsentForTheWholeRequestWhenOneFaceIsNew(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var world = world(sim, edition);
            var known = FacePicture.FACE.dataUrl();
            assertAccepted(queue(world.api(), Seedance.animating(known).attested()));

            var both = Seedance.animating(known).with("end_image_url", FacePicture.OTHER_FACE.dataUrl());
            assertAsks(queue(world.api(), both), edition, "image", "end_image");
            assertThat(attested(world)).containsExactly(Pictures.identity(FacePicture.FACE));

            assertAccepted(queue(world.api(), both.attested()));
            assertThat(attested(world))
                    .containsExactly(Pictures.identity(FacePicture.FACE), Pictures.identity(FacePicture.OTHER_FACE));
            assertAccepted(queue(world.api(), both));
            assertAccepted(queue(
                    world.api(), Seedance.referringTo(FacePicture.OTHER_FACE.dataUrl(), FacePicture.FACE.dataUrl())));
        }
    }

    @ParameterizedTest
    @EachEdition
    void asksAboutReferencesOfEitherKindAndOnceByRole(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var world = world(sim, edition);
            var request = Seedance.referringTo(FACE, BEACH, FACE + "?second")
                    .withAll("reference_video_urls", "https://example.com/person-1280x720-5s-30fps.mp4");

            assertAsks(queue(world.api(), request), edition, "reference_image", "reference_video");
            assertAccepted(queue(world.api(), request.attested()));

            assertThat(attested(world))
                    .containsExactly(FACE, FACE + "?second", "https://example.com/person-1280x720-5s-30fps.mp4");
            assertAccepted(queue(world.api(), request));
            assertAsks(queue(world.api(), Seedance.referringTo(FACE + "?third")), edition, "reference_image");
        }
    }

    @ParameterizedTest
    @EachEdition
    void asksAgainAfterRevocationOfOneOrAll(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var world = world(sim, edition);
            var image = Seedance.animating(FacePicture.FACE.dataUrl());
            var url = Seedance.animating(FACE);
            assertAccepted(queue(world.api(), image.attested()));
            assertAccepted(queue(world.api(), url.attested()));

            var encoded = URLEncoder.encode(FACE, StandardCharsets.UTF_8);
            assertThat(world.control().delete("/consents/" + encoded).status()).isEqualTo(204);
            assertAccepted(queue(world.api(), image));
            assertAsks(queue(world.api(), url), edition, "image");

            assertAccepted(queue(world.api(), url.attested()));
            var hash = "/consents/" + Pictures.identity(FacePicture.FACE);
            assertThat(world.control().delete(hash).status()).isEqualTo(204);
            assertThat(world.control().delete(hash).status()).isEqualTo(404);
            assertThat(attested(world)).containsExactly(FACE);
            assertAsks(queue(world.api(), image), edition, "image");

            assertThat(world.control().delete("/consents").status()).isEqualTo(204);
            assertThat(attested(world)).isEmpty();
            assertAsks(queue(world.api(), url), edition, "image");
        }
    }

    @ParameterizedTest
    @EachEdition
    void asksAgainUnderARaisedPolicy(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var world = world(sim, edition);
            var face = Seedance.animating(FacePicture.FACE.dataUrl());
            assertAccepted(queue(world.api(), face.attested()));

            var raised = world.control().put("/policy", "{\"consentVersion\":\"v2.1\",\"policyText\":\"Be kind.\"}");
            assertThat(raised.text()).isEqualTo("{\"consentVersion\":\"v2.1\",\"policyText\":\"Be kind.\"}");

            assertAsks(queue(world.api(), face), edition, new PolicyVersion("v2.1", "Be kind."), "image");
            assertAccepted(queue(world.api(), face.attested()));
            assertAccepted(queue(world.api(), face));
            assertThat(world.control().get("/consents").json().path("consents").findValuesAsText("version"))
                    .containsExactly("v2.1");
        }
    }

    @ParameterizedTest
    @EachEdition
    void neitherKeepsNorChargesWhatIsNotAttested(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var world = world(sim, edition);
            var other = world(sim, edition);
            assertAccepted(queue(world.api(), Seedance.animating(FACE).attested()));

            assertAsks(queue(other.api(), Seedance.animating(FACE)), edition, "image");
            assertThat(other.control().get("/account").json().path("spentUsd").asDouble())
                    .isZero();
            assertThat(attested(other)).isEmpty();
        }
    }
}

package dev.venicesim.acceptance.consent;

import static dev.venicesim.acceptance.consent.Wire.assertAccepted;
import static dev.venicesim.acceptance.consent.Wire.assertAsks;
import static dev.venicesim.acceptance.consent.Wire.assertValid;
import static dev.venicesim.acceptance.consent.Wire.assertViolates;
import static dev.venicesim.acceptance.consent.Wire.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.catalog.TestEditions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stays refused whatever was attested, and before any question. */
class NeverUnlockedTest {

    private static final String MINOR = "https://example.com/minor-720x720.png";
    private static final String FAMOUS = "https://example.com/celebrity-720x720.png";

    private static Sim.World world(Sim sim, ApiEdition edition, String... more) {
        var settings = more.length == 0 ? "" : "," + String.join(",", more);
        return sim.frozenWorld("\"edition\":\"" + edition.id() + "\"" + settings);
    }

    @ParameterizedTest
    @EachEdition
    void aMinorInSuggestiveContent(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var world = world(sim, edition);
            var innocent = Seedance.animating(MINOR);
            assertAsks(queue(world.api(), innocent), edition, "image");
            assertAccepted(queue(world.api(), innocent.attested()));
            var spent = world.balanceUsd();

            var refused =
                    queue(world.api(), innocent.with("prompt", "in Lingerie").attested());

            assertViolates(refused, edition, "CONTENT_POLICY_VIOLATION");
            assertThat(refused.header("x-venice-is-content-violation")).isEqualTo("true");
            assertThat(refused.header("x-venice-contains-minor")).isEqualTo("true");
            assertThat(world.balanceUsd()).isEqualTo(spent);
        }
    }

    @ParameterizedTest
    @EachEdition
    void aPublicFigure(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var world = world(sim, edition);

            var refused = queue(world.api(), Seedance.animating(FAMOUS).attested());

            assertViolates(refused, edition, "CONTENT_POLICY_VIOLATION");
            assertThat(refused.json().path("error").asText())
                    .isEqualTo("Your prompt violates the content policy of Venice.ai or the model provider");
            assertThat(refused.header("x-venice-contains-minor")).isEmpty();
            assertThat(Wire.attested(world)).isEmpty();
            assertThat(Wire.jobs(world)).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "face-1200x3000, true",
        "face-1201x3000, false",
        "face-3000x1200, true",
        "face-2999x1200, false",
        "beach-3000x1000, false"
    })
    void aFaceInAnImageTooWideOrTooTall(String name, boolean refused) {
        try (var sim = Sim.start()) {
            var world = world(sim, TestEditions.JUNE);
            var answer = queue(
                    world.api(),
                    Seedance.animating("https://example.com/" + name + ".png").attested());

            if (refused) {
                assertViolates(answer, TestEditions.JUNE, "IMAGE_ASPECT_RATIO_OUT_OF_BOUNDS");
                assertThat(world.balanceUsd()).isEqualTo("100");
            } else {
                assertAccepted(answer);
            }
        }
    }

    @ParameterizedTest
    @EachEdition
    void theTokenStandsInTheErrorByQuirk(ApiEdition edition) {
        try (var sim = Sim.start()) {
            var world = world(sim, edition, "\"quirks\":{\"content-violation-body\":\"token\"}");

            var content = queue(world.api(), Seedance.animating(FAMOUS));
            var ratio = queue(world.api(), Seedance.animating("https://example.com/face-3000x1000.png"));
            var prompt = queue(
                    world.api(), Seedance.animating("https://example.com/a.png").with("prompt", "[sim:violation]"));

            assertThat(content.text()).isEqualTo("{\"error\":\"CONTENT_POLICY_VIOLATION\"}");
            assertThat(ratio.text()).isEqualTo("{\"error\":\"IMAGE_ASPECT_RATIO_OUT_OF_BOUNDS\"}");
            assertThat(prompt.text()).isEqualTo("{\"error\":\"CONTENT_POLICY_VIOLATION\"}");
            assertValid(content, edition, "error-content-violation");
            assertValid(ratio, edition, "error-content-violation");
        }
    }
}

package dev.venicesim.acceptance.consent;

import static dev.venicesim.acceptance.consent.Wire.POLICY_TEXT;
import static dev.venicesim.acceptance.consent.Wire.assertAccepted;
import static dev.venicesim.acceptance.consent.Wire.assertAsks;
import static dev.venicesim.acceptance.consent.Wire.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.consent.PolicyVersion;
import dev.venicesim.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentPolicyVersionTest {

    private static final ApiEdition EDITION = TestEditions.JUNE;
    private static final Seedance FACE = Seedance.animating("https://example.com/face.png");

    @Test
    void isRaisedForEveryWorldOldAndNewAndKeepsItsText() {
        try (var sim = Sim.start()) {
            var old = sim.frozenWorld();
            assertAccepted(queue(old.api(), FACE.attested()));

            var raised = sim.control().put("/policy", "{\"consentVersion\":\"v3\"}");

            assertThat(raised.json())
                    .isEqualTo(Json.object().put("consentVersion", "v3").put("policyText", POLICY_TEXT));
            assertAsks(queue(old.api(), FACE), EDITION, new PolicyVersion("v3", POLICY_TEXT), "image");
            assertAsks(queue(sim.frozenWorld().api(), FACE), EDITION, new PolicyVersion("v3", POLICY_TEXT), "image");
            assertAccepted(queue(old.api(), FACE.attested()));
            assertAccepted(queue(old.api(), FACE));
        }
    }

    @Test
    void ofAWorldOutweighsTheServersUntilTheWorldIsReset() {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld();
            world.control().put("/policy", "{\"consentVersion\":\"own\"}");
            sim.control().put("/policy", "{\"consentVersion\":\"v3\"}");
            assertAsks(queue(world.api(), FACE), EDITION, new PolicyVersion("own", POLICY_TEXT), "image");
            assertAccepted(queue(world.api(), FACE.attested()));

            assertThat(world.control().post("/reset", "{}").status()).isEqualTo(200);

            assertThat(Wire.attested(world)).isEmpty();
            assertAsks(queue(world.api(), FACE), EDITION, new PolicyVersion("v3", POLICY_TEXT), "image");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"policyText\":\"x\"}", "{\"consentVersion\":\" \"}", "{\"version\":\"v3\"}"})
    void wantsAVersion(String body) {
        try (var sim = Sim.start()) {
            var refused = sim.control().put("/policy", body);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("detail").asText()).contains("consentVersion");
            assertAsks(queue(sim.frozenWorld().api(), FACE), EDITION, "image");
        }
    }
}

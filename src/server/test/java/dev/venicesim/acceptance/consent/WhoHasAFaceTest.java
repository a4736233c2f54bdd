package dev.venicesim.acceptance.consent;

import static dev.venicesim.acceptance.consent.Wire.assertAccepted;
import static dev.venicesim.acceptance.consent.Wire.assertAsks;
import static dev.venicesim.acceptance.consent.Wire.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.consent.FacePicture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoHasAFaceTest {

    private static final ApiEdition EDITION = TestEditions.JUNE;
    private static final String STILL = "https://example.com/still-1280x720.png";

    @AutoClose
    private final Sim sim = Sim.start();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/face.png",
                "https://example.com/Person_1.jpg",
                "https://example.com/minor/a.jpg",
                "https://example.com/a%2Fface-400x400.png?x=1"
            })
    void magicNamesDo(String url) {
        assertAsks(queue(sim.frozenWorld().api(), Seedance.animating(url)), EDITION, "image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://face.example.com/a.png",
                "https://example.com/surface.png",
                "https://example.com/a.png?name=face"
            })
    void otherNamesDoNot(String url) {
        assertAccepted(queue(sim.frozenWorld().api(), Seedance.animating(url)));
    }

    @Test
    void registeredUrlsAndHashesDo() {
        var world = sim.frozenWorld();
        var image = FacePicture.NO_FACE.dataUrl();
        assertAccepted(queue(world.api(), Seedance.animating(STILL)));
        assertAccepted(queue(world.api(), Seedance.animating(image)));

        var url = world.control().put("/faces", "{\"" + STILL + "\":[\"face\"]}");
        var hash = world.control().put("/faces", "{\"" + Pictures.identity(FacePicture.NO_FACE) + "\":[\"face\"]}");

        assertThat(url.status()).isEqualTo(200);
        assertThat(hash.text())
                .isEqualTo(
                        "{\"" + STILL + "\":[\"face\"],\"" + Pictures.identity(FacePicture.NO_FACE) + "\":[\"face\"]}");
        assertAsks(queue(world.api(), Seedance.animating(STILL)), EDITION, "image");
        assertAsks(queue(world.api(), Seedance.animating(image)), EDITION, "image");
        assertAccepted(queue(sim.frozenWorld().api(), Seedance.animating(STILL)));
    }

    @Test
    void whatIsRegisteredOutweighsNameAndMarker() {
        var world = sim.frozenWorld();
        var url = "https://example.com/face.png";
        world.control().put("/faces", "{\"" + url + "\":[],\"" + Pictures.identity(FacePicture.FACE) + "\":[]}");

        assertAccepted(queue(world.api(), Seedance.animating(url)));
        assertAccepted(queue(world.api(), Seedance.animating(FacePicture.FACE.dataUrl())));
        assertAsks(queue(world.api(), Seedance.animating(FacePicture.OTHER_FACE.dataUrl())), EDITION, "image");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"https://x/a\":\"face\"}",
                "{\"https://x/a\":[1]}",
                "{\"https://x/a\":[\"dog\"]}",
                "{\"portrait.png\":[\"face\"]}",
                "[]"
            })
    void whatCannotBeReadIsRefusedWhole(String body) {
        var world = sim.frozenWorld();

        var refused = world.control().put("/faces", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(world.control().put("/faces", "{}").text()).isEqualTo("{}");
    }

    @Test
    void aVideoUrlIsLookedAtByQuirkOnly() {
        var request = Seedance.referringTo(STILL).with("video_url", "https://example.com/face-1280x720-5s-30fps.mp4");
        var scanning = sim.frozenWorld("\"quirks\":{\"scan-video-url\":\"on\"}");

        var usual = queue(sim.frozenWorld().api(), request);
        var scanned = queue(scanning.api(), request);

        assertAccepted(usual);
        assertAsks(scanned, EDITION, "video");
    }

    @Test
    void aTextToVideoModelNeverAsks() {
        var text = Seedance.referringTo("https://example.com/face.png")
                .without("reference_image_urls")
                .with("model", "seedance-2-0-text-to-video");

        assertAccepted(queue(sim.frozenWorld().api(), text));
    }

    @Test
    void otherModelsNeverLookAndIgnoreConsent() {
        var wan = Seedance.animating("https://example.com/celebrity-face-720x720.png")
                .with("model", "wan-2.6-image-to-video")
                .with("resolution", "720p");
        var world = sim.frozenWorld();

        assertAccepted(queue(world.api(), wan));
        assertAccepted(queue(world.api(), wan.attested()));
        assertThat(Wire.attested(world)).isEmpty();
    }
}

package dev.venicesim.kit.testcontainers;

import static dev.venicesim.kit.assertj.VeniceAssertions.assertThat;
import static dev.venicesim.kit.assertj.VeniceAssertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.venicesim.kit.TestClient;
import dev.venicesim.kit.client.WorldSettings;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** The container; what needs an engine and the image is skipped, saying so, where there is none. */
class VeniceSimulatorContainerTest {

    private static final String IMAGE_VARIABLE = "VENICE_SIM_TEST_IMAGE";

    @Test
    void refusesAnImageOfSomethingElse() {
        assertThatThrownBy(() -> new VeniceSimulatorContainer("postgres:16"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("venice-video-simulator")
                .hasMessageContaining("asCompatibleSubstituteFor");
    }

    @Test
    void takesASubstituteAndSettings() {
        var mirror = DockerImageName.parse("registry.example/mirror/sim:1")
                .asCompatibleSubstituteFor(VeniceSimulatorContainer.IMAGE);
        try (var container = new VeniceSimulatorContainer(mirror).withSetting("balance", "5.00")) {
            assertThat(container.getEnvMap())
                    .containsEntry("VENICE_SIM_BALANCE", "5.00")
                    .containsEntry("VENICE_SIM_JOB_TIME", "polls:2")
                    .containsEntry("VENICE_SIM_ADMIN_TOKEN", "none");
        }
    }

    @Test
    void asksForTlsInTheImagesOwnWords() {
        try (var container = new VeniceSimulatorContainer(VeniceSimulatorContainer.IMAGE).withTls()) {
            assertThat(container.getEnvMap())
                    .containsEntry("VENICE_SIM_TLS", "generated")
                    .containsEntry("VENICE_SIM_TLS_CA", "/tmp/venice-sim-ca.pem");
        }
    }

    @Test
    void drivesARealContainerOverTls() {
        var image = System.getenv().getOrDefault(IMAGE_VARIABLE, "");
        assumeTrue(!image.isEmpty(), "no container was started: " + IMAGE_VARIABLE + " names no image");
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no Docker engine answers");
        var name = DockerImageName.parse(image).asCompatibleSubstituteFor(VeniceSimulatorContainer.IMAGE);
        try (var container = new VeniceSimulatorContainer(name).withTls()) {
            container.start();
            assertThat(container.baseUrl()).startsWith("https://");
            var world = container.world(WorldSettings.none().balance("1.00"));
            assertThat(world.apiKey()).isNotEmpty();
            assertThat(world).hasBalance("1.00");
        }
    }

    @Test
    void drivesARealContainerLikeAnyOtherSimulator() {
        var image = System.getenv().getOrDefault(IMAGE_VARIABLE, "");
        assumeTrue(!image.isEmpty(), "no container was started: " + IMAGE_VARIABLE + " names no image");
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "no container was started: no Docker engine answers, though " + IMAGE_VARIABLE + " is " + image);
        var name = DockerImageName.parse(image).asCompatibleSubstituteFor(VeniceSimulatorContainer.IMAGE);
        try (var container = new VeniceSimulatorContainer(name)) {
            container.start();
            var world = container.world(WorldSettings.none().balance("1.00"));
            var client = new TestClient(world);
            assertThat(client.file(client.queue())).isPlayableMp4().hasDuration("5s");
            assertThat(world).hasCharged("0.55").hasBalance("0.45");
            assertThat(container.world()).hasJobs(0);
        }
    }
}

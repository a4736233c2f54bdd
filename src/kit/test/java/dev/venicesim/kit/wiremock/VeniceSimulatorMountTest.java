package dev.venicesim.kit.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.venicesim.SimulatorConfig;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Requests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulator inside a stock WireMock, the standalone one. */
class VeniceSimulatorMountTest {

    private final WireMockServer wireMock = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .extensions(VeniceSimulatorMount.of(
                    SimulatorConfig.builder().jobTime("polls:1").build())));
    private Http api = new Http("");

    @BeforeEach
    void start() {
        wireMock.start();
        api = new Http(wireMock.baseUrl() + "/api/v1").with("Authorization", "Bearer mounted");
    }

    @AfterEach
    void stop() {
        wireMock.stop();
    }

    @Test
    void givesAClientOfWireMockAVideo() {
        var queued = api.post("/video/queue", Requests.WAN);
        assertThat(queued.status()).as("%s", queued).isEqualTo(200);
        api.post("/video/retrieve", Requests.ticket(queued));
        var video = api.post("/video/retrieve", Requests.ticket(queued));

        assertThat(video.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(video.bytes()).hasSizeGreaterThan(100_000);
    }

    @Test
    void handsOutLinksAtWireMocksAddress() {
        var queued = api.post("/video/queue", Requests.PRIVATE_GROK);
        api.post("/video/retrieve", Requests.ticket(queued));
        var link = queued.json().path("download_url").asText();

        assertThat(link).startsWith(wireMock.baseUrl() + "/v1/share/read/");
        assertThat(new Http(link).get("").header("Content-Type")).isEqualTo("video/mp4");
    }

    @Test
    void asksTheUsersStubsFirst() {
        wireMock.stubFor(post(urlPathEqualTo("/api/v1/video/queue"))
                .willReturn(aResponse().withStatus(418)));

        assertThat(api.post("/video/queue", Requests.WAN).status()).isEqualTo(418);
        assertThat(api.post("/video/quote", Requests.WAN).status()).isEqualTo(200);
    }

    @Test
    void staysThroughResets() {
        wireMock.resetMappings();
        assertThat(api.post("/video/quote", Requests.WAN).status()).isEqualTo(200);
        wireMock.resetToDefaultMappings();
        wireMock.resetAll();
        assertThat(api.post("/video/quote", Requests.WAN).status()).isEqualTo(200);
    }

    @Test
    void showsItsControlApi() {
        assertThat(new Http(wireMock.baseUrl()).get("/__sim/health").text()).contains("\"UP\"");
    }
}

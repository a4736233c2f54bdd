package stranger;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonSchema;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.venicesim.kit.client.VeniceWorld;
import dev.venicesim.kit.junit.VeniceSimulatorTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Both servers in one JVM, each with its own schema validator. */
@VeniceSimulatorTest
class BesideWireMockTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void bothAnswerAndBothValidate(VeniceWorld world) throws Exception {
        var wireMock = new WireMockServer(options().dynamicPort());
        wireMock.start();
        try {
            wireMock.stubFor(any(urlEqualTo("/checked")).withRequestBody(matchingJsonSchema("{\"required\":[\"model\"]}")).willReturn(ok("stub")));
            var request = HttpRequest.newBuilder(URI.create(wireMock.baseUrl() + "/checked"))
                    .POST(HttpRequest.BodyPublishers.ofString(GondolaClient.GONDOLA))
                    .build();
            assertEquals("stub", HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
            assertTrue(GondolaClient.in(world).video().length > 100_000);
            assertEquals(400, GondolaClient.in(world).queue(GondolaClient.GONDOLA.replace("5s", "7s")).statusCode());
        } finally {
            wireMock.stop();
        }
    }
}

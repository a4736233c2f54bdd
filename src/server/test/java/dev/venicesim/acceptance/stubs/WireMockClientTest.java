package dev.venicesim.acceptance.stubs;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.venicesim.acceptance.Sim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WireMock's own client against the control API. */
class WireMockClientTest {

    private static final String QUEUE = "/api/v1/video/queue";

    @TempDir
    private Path root;

    private Sim sim;
    private WireMock client;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectories(root.resolve("mappings/sub"));
        Files.createDirectories(root.resolve("__files"));
        Files.writeString(root.resolve("__files/body.txt"), "mine");
        for (var name : List.of("a.json", "sub/b.json")) {
            Files.writeString(
                    root.resolve("mappings").resolve(name),
                    "{\"request\":{\"urlPath\":\"/" + name + "\"},\"response\":{\"body\":\"" + name + "\"}}");
        }
        sim = Sim.start(config -> config.stubs(root));
        client = WireMock.create()
                .host("127.0.0.1")
                .port(sim.simulator().port())
                .urlPathPrefix("/__sim/stubs")
                .build();
    }

    @AfterEach
    void stop() {
        sim.close();
    }

    private Map<String, String> files() throws IOException {
        try (var walk = Files.walk(root)) {
            var files = new TreeMap<String, String>();
            for (var path : walk.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString(), Files.readString(path));
            }
            return files;
        }
    }

    @Test
    void addsEditsVerifiesAndRemovesMappings() {
        var mapping = client.register(
                post(urlPathEqualTo(QUEUE)).willReturn(aResponse().withStatus(418)));
        assertThat(sim.api().post("/video/queue", "{}").status()).isEqualTo(418);
        client.verifyThat(1, postRequestedFor(urlPathEqualTo(QUEUE)));
        assertThat(client.allStubMappings().getMappings()).hasSize(3);
        client.removeStubMapping(mapping);
        assertThat(sim.api().post("/video/queue", "{}").status()).isEqualTo(402);
    }

    @Test
    void neverTouchesAFile() throws IOException {
        var before = files();
        var kept = new StubMapping();
        client.register(
                post(urlPathEqualTo(QUEUE)).persistent().willReturn(aResponse().withBodyFile("body.txt")));
        client.saveMappings();
        client.resetToDefaultMappings();
        client.allStubMappings().getMappings().forEach(client::removeStubMapping);
        client.resetMappings();
        client.resetScenarios();
        client.resetRequests();
        for (var call : List.of("mappings", "mappings/" + kept.getId(), "files/body.txt", "requests")) {
            sim.control().delete("/stubs/__admin/" + call);
        }
        sim.control().put("/stubs/__admin/files/new.txt", "new");
        sim.control().put("/stubs/__admin/files/..%2F..%2Fnew.txt", "new");
        sim.control().post("/stubs/__admin/mappings/save", "");
        sim.control().post("/stubs/__admin/recordings/start", "{\"targetBaseUrl\":\"http://127.0.0.1:1\"}");
        sim.control().post("/stubs/__admin/recordings/snapshot", "{\"persist\":true}");
        sim.control().post("/stubs/__admin/shutdown", "");

        assertThat(files()).isEqualTo(before);
        assertThat(sim.root().get("/a.json").status()).isEqualTo(404);
        client.resetToDefaultMappings();
        assertThat(sim.root().get("/a.json").text()).isEqualTo("a.json");
    }

    @Test
    void guardsTheAdminApiWithTheToken() {
        try (var guarded = Sim.start(config -> config.adminToken("secret"))) {
            assertThat(guarded.control().get("/stubs/__admin/mappings").status())
                    .isEqualTo(401);
            assertThat(guarded.control()
                            .with("Authorization", "Bearer secret")
                            .get("/stubs/__admin/mappings")
                            .status())
                    .isEqualTo(200);
        }
    }
}

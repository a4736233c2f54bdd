package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What people and tools read of the control API: its page and its OpenAPI document. */
class PagesOverHttpTest {

    private static final Sim SIM = Sim.start();
    private static final Pattern TAKES = Pattern.compile("takes ([A-Z, ]+), not ");

    @AfterAll
    static void close() {
        SIM.close();
    }

    private static Set<String> allowed(String path) {
        var detail = SIM.root().patch(path, "{}").json().path("detail").asText();
        var found = TAKES.matcher(detail);
        return found.find() ? Set.of(found.group(1).split(", ")) : Set.of("PATCH");
    }

    @Test
    void theOpenApiDocumentHasEachMethodOfEachPath() {
        var world = SIM.frozenWorld();
        var document = SIM.control().get("/openapi.json").json();
        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.path("paths").size()).isGreaterThan(30);
        document.path("paths").properties().forEach(entry -> {
            var methods = new HashSet<String>();
            entry.getValue()
                    .fieldNames()
                    .forEachRemaining(name -> methods.add(name.toUpperCase(java.util.Locale.ROOT)));
            methods.remove("PARAMETERS");
            var path = entry.getKey().replace("{id}", world.id()).replaceAll("\\{\\w+}", "x");
            var answered = allowed(path);
            assertThat(methods).as(entry.getKey()).containsAll(answered);
            if (!answered.equals(Set.of("PATCH"))) {
                assertThat(methods).as(entry.getKey()).isEqualTo(answered);
            }
        });
    }

    @Test
    void theRootLeadsABrowserToThePageAndNobodyElse() {
        var browser =
                SIM.root().with("Accept", "text/html,application/xhtml+xml").get("/");
        assertThat(browser.status()).isEqualTo(302);
        assertThat(browser.header("Location")).isEqualTo("/__sim");
        assertThat(SIM.root().get("/").status()).isEqualTo(404);
    }

    @Test
    void everyReferenceOfTheOpenApiDocumentLeadsSomewhere() {
        var document = SIM.control().get("/openapi.json").json();
        var references = document.findValuesAsText("$ref");
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void aWorldHasTheFieldsThatItsSchemaNames() {
        var schema = SIM.control().get("/openapi.json").json().at("/components/schemas/World/required");
        var required = new ArrayList<String>();
        schema.forEach(name -> required.add(name.asText()));
        var fields = new ArrayList<String>();
        SIM.control().post("/worlds", "{}").json().fieldNames().forEachRemaining(fields::add);
        assertThat(fields).isEqualTo(required);
    }

    @Test
    void aBrowserFindsAPageWhoseLinksAllLead() {
        for (var root : List.of("/__sim", "/__sim/")) {
            assertThat(SIM.root().get(root).header("Content-Type")).startsWith("text/html");
        }
        var links = Pattern.compile("href=\"(/[^\"]+)\"")
                .matcher(SIM.control().get("").text());
        var followed = new ArrayList<String>();
        while (links.find()) {
            followed.add(links.group(1));
            assertThat(SIM.root().get(links.group(1)).status())
                    .as(links.group(1))
                    .isEqualTo(200);
        }
        assertThat(followed).hasSizeGreaterThan(9);
    }

    @Test
    void theyAreGuardedLikeTheRestButForThePage() {
        try (var guarded = Sim.start(config -> config.host("0.0.0.0").adminToken("let-me-in"))) {
            var stranger = new Http("http://127.0.0.1:" + guarded.simulator().port() + "/__sim");
            for (var path : List.of("", "/", "/openapi.json", "/metrics")) {
                assertThat(stranger.get(path).status()).as(path).isEqualTo(path.length() > 1 ? 401 : 200);
                assertThat(stranger.with("Authorization", "Bearer let-me-in")
                                .get(path)
                                .status())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }
}

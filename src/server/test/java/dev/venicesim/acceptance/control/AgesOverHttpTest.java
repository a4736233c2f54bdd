package dev.venicesim.acceptance.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** How what is simulated is known, and how old it is: {@code GET /__sim/editions}. */
class AgesOverHttpTest {

    @ParameterizedTest
    @EachEdition
    void countEveryPriceAndEveryModelOfAnEdition(ApiEdition edition) {
        try (var sim = Sim.start(config -> config.edition(edition.id()))) {
            var ages = edition(sim, edition.id());
            var models = sim.control().get("/models").json().path("models");
            var prices = sim.control().get("/prices").json().path("prices");
            assertThat(ages.path("default").booleanValue()).isTrue();
            assertThat(ages.at("/prices/models")).hasSameSizeAs(models);
            assertThat(ages.at("/rules/models")).hasSameSizeAs(models);
            assertThat(sum(ages.path("prices"), "documented", "observed", "estimated"))
                    .isEqualTo(prices.size());
            assertThat(ages.at("/rules/byFamily")).isEmpty();
            ages.at("/rules/models").forEach(model -> {
                var facts = StreamSupport.stream(model.spliterator(), false)
                        .mapToInt(way -> way.path("count").intValue())
                        .sum();
                assertThat(facts).isGreaterThan(15);
            });
        }
    }

    @Test
    void tellOfEachModelHowItsRulesAndPricesAreKnownAndSinceWhen() {
        try (var sim = Sim.start()) {
            var today = LocalDate.now(ZoneOffset.UTC);
            var june = edition(sim, "2026-06-17").path("prices");
            assertThat(june.at("/models/kling-o3-pro-reference-to-video/documented/oldest")
                            .textValue())
                    .isEqualTo("2026-03-18");
            assertThat(june.path("oldest").textValue()).isEqualTo("2026-03-18");
            var wan = edition(sim, "2026-10-02").path("prices").at("/models/wan-3-0-text-to-video");
            assertThat(wan.toString())
                    .isEqualTo("{\"observed\":{\"count\":3,\"oldest\":\"2026-09-28\",\"days\":"
                            + ChronoUnit.DAYS.between(LocalDate.parse("2026-09-28"), today) + "}}");
            var rules = edition(sim, "2026-10-02").path("rules").at("/models/wan-3-0-reference-to-video");
            assertThat(rules.at("/observed/oldest").textValue()).isEqualTo("2026-09-01");
            assertThat(rules.at("/documented/oldest").textValue()).isEqualTo("2026-09-10");
            assertThat(rules.at("/derived/count").intValue()).isPositive();
        }
    }

    @Test
    void nameTheModelsOfASavedListThatNoEditionKnows(@TempDir Path folder) throws IOException {
        var list = Files.writeString(folder.resolve("models.json"), """
                {"x-venice-sim": {"source": "recorded from https://api.example/api/v1 on 2026-11-20"},
                 "data": [
                  {"id": "nova-9-reference-to-video", "type": "video",
                   "model_spec": {"constraints": {"model_type": "image-to-video", "durations": ["5s"], "aspect_ratios": ["16:9"]}}},
                  {"id": "wan-2.6-text-to-video", "type": "video",
                   "model_spec": {"constraints": {"model_type": "text-to-video", "durations": ["5s"], "resolutions": ["720p"]}}}]}
                """);
        try (var sim = Sim.start(config -> config.edition("2026-10-02").models(list))) {
            var rules = edition(sim, "2026-10-02").path("rules");
            assertThat(rules.path("byFamily").toString()).isEqualTo("[\"nova-9-reference-to-video\"]");
            var nova = rules.at("/models/nova-9-reference-to-video");
            assertThat(nova.at("/derived/count").intValue()).isGreaterThan(1);
            assertThat(nova.at("/derived/oldest").textValue()).isEqualTo("2026-11-20");
            assertThat(nova.at("/observed/count").intValue()).isEqualTo(3);
            assertThat(nova.at("/observed/oldest").textValue()).isEqualTo("2026-11-20");
            var model = sim.control().get("/models/nova-9-reference-to-video").json();
            assertThat(model.at("/provenance/rules/inferred").booleanValue()).isTrue();
            assertThat(model.at("/provenance/durations/source").textValue()).startsWith("recorded from");
        }
    }

    @Test
    void areUnknownForASavedListThatDoesNotSayWhenItWasSaved(@TempDir Path folder) throws IOException {
        var list = Files.writeString(folder.resolve("models.json"), """
                {"data": [
                  {"id": "nova-9-reference-to-video", "type": "video",
                   "model_spec": {"constraints": {"model_type": "image-to-video", "durations": ["5s"], "aspect_ratios": ["16:9"]}}},
                  {"id": "wan-2.6-text-to-video", "type": "video",
                   "model_spec": {"constraints": {"model_type": "text-to-video", "durations": ["5s"], "resolutions": ["720p"]}}}]}
                """);
        try (var sim = Sim.start(config -> config.edition("2026-10-02").models(list))) {
            var models = edition(sim, "2026-10-02").at("/rules/models");
            for (var way : List.of("observed", "derived")) {
                var age = models.path("nova-9-reference-to-video").path(way);
                assertThat(age.path("oldest").asText()).as(way).isEqualTo("unknown");
                assertThat(age.path("days").isNull()).as(way).isTrue();
            }
            assertThat(models.at("/nova-9-reference-to-video/derived/count").intValue())
                    .isGreaterThan(1);
            assertThat(sim.control()
                            .get("/models/wan-2.6-text-to-video")
                            .json()
                            .at("/provenance/durations/source")
                            .textValue())
                    .isEqualTo("saved list");
        }
    }

    @Test
    void haveTheMembersThatTheOpenApiDocumentNames() {
        try (var sim = Sim.start()) {
            var schemas = sim.control().get("/openapi.json").json().at("/components/schemas");
            var october = edition(sim, "2026-10-02");
            assertThat(names(schemas.at("/Edition/required"))).containsExactlyElementsOf(keys(october));
            for (var part : List.of("rules", "prices")) {
                var ages = october.path(part);
                assertThat(keys(ages))
                        .containsAll(names(schemas.at("/Edition/properties/" + part + "/required")))
                        .contains("oldest", "newest", "models");
                ages.path("models")
                        .forEach(model -> model.forEach(age ->
                                assertThat(keys(age)).containsExactlyElementsOf(names(schemas.at("/Age/required")))));
            }
        }
    }

    private static List<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static JsonNode edition(Sim sim, String id) {
        var editions = sim.control().get("/editions").json().path("editions");
        return StreamSupport.stream(editions.spliterator(), false)
                .filter(edition -> edition.path("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static int sum(JsonNode node, String... ways) {
        var sum = 0;
        for (var way : ways) {
            sum += node.path(way).intValue();
        }
        return sum;
    }
}

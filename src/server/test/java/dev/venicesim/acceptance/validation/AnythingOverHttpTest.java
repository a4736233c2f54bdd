package dev.venicesim.acceptance.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.json.Json;
import dev.venicesim.validation.ReplySchemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is sent, every endpoint answers, never with a 5xx, always with a body that its schema accepts. */
class AnythingOverHttpTest {

    private static final List<String> ENDPOINTS =
            List.of("/video/quote", "/video/queue", "/video/retrieve", "/video/complete");
    private static final List<Sim> SIMS = new ArrayList<>();
    private static final Map<ApiEdition, Http> CLIENTS = new HashMap<>();

    @BeforeContainer
    static void start() {
        for (var edition : ApiEdition.all()) {
            var sim = Sim.start(config -> config.edition(edition.id()).limits(false));
            SIMS.add(sim);
            CLIENTS.put(edition, sim.frozenWorld("\"balanceUsd\":100000000").api());
        }
    }

    @AfterContainer
    static void stop() {
        SIMS.forEach(Sim::close);
        SIMS.clear();
        CLIENTS.clear();
    }

    @Property(tries = 300)
    void getsAnAnswerThatItsSchemaAccepts(@ForAll("bodies") String body) {
        for (var edition : ApiEdition.all()) {
            for (var endpoint : ENDPOINTS) {
                var answer = Objects.requireNonNull(CLIENTS.get(edition)).post(endpoint, body);
                assertThat(answer.status()).as("%s %s", endpoint, body).isLessThan(500);
                assertThat(ReplySchemas.complaints(edition, endpoint, answer.status(), answer.json()))
                        .as("%s %s -> %s", endpoint, body, answer)
                        .isEmpty();
            }
        }
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.oneOf(
                object().map(node -> new String(Json.bytes(node), UTF_8)),
                value(1).map(node -> new String(Json.bytes(node), UTF_8)),
                Arbitraries.strings().withChars("{}[]\":,\\u0e1-n ").ofMaxLength(30));
    }

    private static Arbitrary<JsonNode> object() {
        var names = Arbitraries.of(
                "model",
                "prompt",
                "duration",
                "aspect_ratio",
                "resolution",
                "upscale_factor",
                "audio",
                "image_url",
                "end_image_url",
                "audio_url",
                "video_url",
                "reference_image_urls",
                "reference_video_urls",
                "elements",
                "scene_image_urls",
                "keyframes",
                "consents",
                "queue_id",
                "delete_media_on_completion",
                "reference_video_total_duration",
                "input_height",
                "extra");
        var models = Arbitraries.of(Catalog.of(TestEditions.AUGUST).listed().stream()
                .map(model -> model.id())
                .toList());
        return Arbitraries.maps(names, value(2))
                .ofMaxSize(7)
                .flatMap(fields -> models.optional(0.8).map(model -> {
                    var object = Json.object();
                    fields.forEach(object::set);
                    model.ifPresent(id -> object.put("model", id));
                    return object;
                }));
    }

    private static Arbitrary<JsonNode> value(int depth) {
        var nodes = Json.mapper().getNodeFactory();
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                Arbitraries.of(
                                "5s",
                                "Auto",
                                "16:9",
                                "720p",
                                "data:,",
                                "data:image/png;base64,iVBORw0KGgo=",
                                "data:;base64,!!!!",
                                "http://[::1]/",
                                "https://a.example/x-0x0.png",
                                "https://a.example/x-99999x99999-999999s-9999fps.mp4",
                                "https://",
                                "",
                                "\uD83D\uDE00")
                        .map(nodes::textNode),
                Arbitraries.strings()
                        .ofMaxLength(8)
                        .filter(text -> UTF_8.newEncoder().canEncode(text))
                        .map(nodes::textNode),
                Arbitraries.doubles().map(nodes::numberNode),
                Arbitraries.integers().map(nodes::numberNode),
                Arbitraries.of(true, false).map(nodes::booleanNode),
                Arbitraries.just(nodes.nullNode()));
        if (depth == 0) {
            return leaf;
        }
        var inner = value(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                leaf,
                inner.list().ofMaxSize(4).map(list -> nodes.arrayNode().addAll(list)),
                Arbitraries.maps(
                                Arbitraries.of(
                                        "image_url", "video_url", "frame_index", "frontal_image_url", "seedance"),
                                inner)
                        .ofMaxSize(3)
                        .map(fields -> nodes.objectNode().<JsonNode>setAll(fields)));
    }
}

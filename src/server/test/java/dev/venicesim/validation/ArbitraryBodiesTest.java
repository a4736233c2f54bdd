package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Schema;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.error.Verdict;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever JSON comes, the validator answers, and its answer is what the error schemas say. */
class ArbitraryBodiesTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<Validator> VALIDATORS =
            List.of(Validator.of(Catalog.of(TestEditions.JUNE)), Validator.of(Catalog.of(TestEditions.AUGUST)));
    private static final Map<ApiEdition, Schema> DETAILED = compiled("error-detailed");
    private static final Map<ApiEdition, Schema> STANDARD = compiled("error-standard");

    @Property(tries = 600)
    void getAnAnswerThatItsSchemaAccepts(@ForAll("requests") JsonNode body) {
        for (var validator : VALIDATORS) {
            var quirks = QuirkSettings.defaults();
            check(validator, validator.queue(body, quirks));
            check(
                    validator,
                    validator.queue(
                            body, quirks.with("unknown-fields", "refuse").with("field-aliases", "on")));
            check(validator, validator.quote(body, quirks));
            check(validator, validator.retrieve(body, quirks));
            check(validator, validator.complete(body, quirks.with("missing-model", "plain")));
            check(validator, validator.transcription(body));
        }
    }

    private static void check(Validator validator, Verdict<?> verdict) {
        if (!(verdict instanceof Verdict.Refused<?> refused)) {
            return;
        }
        var error = refused.refusal().error();
        assertThat(error.status()).isIn(400, 404);
        var schema =
                Objects.requireNonNull((error.body().has("issues") ? DETAILED : STANDARD).get(validator.edition()));
        assertThat(schema.validate(error.body())).as("%s", error.body()).isEmpty();
        assertThat(refused.refusal().why()).isNotBlank();
    }

    @Provide
    Arbitrary<JsonNode> requests() {
        var object = Arbitraries.maps(names(), values(2))
                .ofMaxSize(8)
                .map(fields -> NODES.objectNode().<JsonNode>setAll(fields));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, object), net.jqwik.api.Tuple.of(1, values(1)));
    }

    private static Arbitrary<String> names() {
        var schema = EditionFiles.schema(TestEditions.AUGUST, "queue-request").path("properties");
        var names = new java.util.ArrayList<>(
                List.of("model", "queue_id", "url", "extra", "seedance", "image_urls", "_errors"));
        schema.fieldNames().forEachRemaining(names::add);
        return Arbitraries.of(names);
    }

    private static Arbitrary<JsonNode> values(int depth) {
        var ids = Catalog.of(TestEditions.AUGUST).listed().stream()
                .map(model -> model.id())
                .toList();
        Arbitrary<JsonNode> leaf = Arbitraries.oneOf(
                Arbitraries.of(ids).map(NODES::textNode),
                Arbitraries.of("5s", "Auto", "auto", "16:9", "720p", "edit", "data:,", "http://[::1]/", "")
                        .map(NODES::textNode),
                Arbitraries.strings().ofMaxLength(12).map(NODES::textNode),
                Arbitraries.of(
                                new BigDecimal("1e999999"),
                                new BigDecimal("-1e-999999"),
                                BigDecimal.TEN,
                                new BigDecimal("2.0"))
                        .map(NODES::numberNode),
                Arbitraries.of(true, false).map(NODES::booleanNode),
                Arbitraries.just(NODES.nullNode()));
        if (depth == 0) {
            return leaf;
        }
        var inner = values(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                inner.list().ofMaxSize(12).map(list ->
                        (JsonNode) NODES.arrayNode().addAll(list)),
                Arbitraries.maps(
                                Arbitraries.of("image_url", "frame_index", "frontal_image_url", "seedance", "x"), inner)
                        .ofMaxSize(3)
                        .map(fields -> NODES.objectNode().<JsonNode>setAll(fields)));
    }

    private static Map<ApiEdition, Schema> compiled(String name) {
        var schemas = new HashMap<ApiEdition, Schema>();
        for (var edition : ApiEdition.all()) {
            schemas.put(edition, SameVerdictTest.compiled(edition, name));
        }
        return schemas;
    }
}

package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.EachEdition;
import dev.venicesim.catalog.EditionFiles;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The simulator's own checker and a JSON Schema validator, given the same files, agree on every body. */
class SameVerdictTest {

    private static final Map<String, String> VALID = Map.of(
            "queue-request",
            "{'model':'m','prompt':'p','duration':'5s','aspect_ratio':'16:9','resolution':'720p','upscale_factor':2,'audio':true,"
                    + "'image_url':'https://a.example.com/x.png','reference_image_urls':['data:image/png;base64,AA'],"
                    + "'elements':[{'frontal_image_url':'http://a.example.com/y'}],'scene_image_urls':[],'negative_prompt':'n',"
                    + "'consents':{'seedance':{'confirmed_terms_and_privacy':true,'confirmed_legal_right':true,'confirmed_screening_acknowledged':true}},"
                    + "'keyframes':[{'image_url':'data:image/png;base64,AA','frame_index':3}],'more':1}",
            "quote-request",
            "{'model':'m','duration':'5s','resolution':'720p','upscale_factor':4,'audio':false,'reference_video_total_duration':3.5,'reference_image_count':2}",
            "retrieve-request",
            "{'model':'m','queue_id':'q','delete_media_on_completion':false}",
            "complete-request",
            "{'model':'m','queue_id':'q'}",
            "transcription-request",
            "{'url':'https://a.example.com/x','response_format':'text'}");

    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "7",
            "2",
            "2.0",
            "2.5",
            "-1",
            "''",
            "'x'",
            "'5s'",
            "'720p'",
            "[]",
            "[1]",
            "['x']",
            "{}",
            "{'a':1}",
            "'data:'",
            "'HTTPS://a.example.com'",
            "[{}]",
            "[{'frame_index':1.5,'image_url':'data:,'}]",
            "['data:,','data:,','data:,','data:,','data:,','data:,','data:,','data:,','data:,','data:,','data:,']");

    @ParameterizedTest
    @EachEdition
    void agreeOnMutationsOfValidBodies(ApiEdition edition) {
        var random = new Random(7);
        var disagreed = new ArrayList<String>();
        VALID.forEach((name, valid) -> {
            var shape = ShapeReader.read(EditionFiles.schema(edition, name));
            var theirs = compiled(edition, name);
            for (var i = 0; i < 3_000; i++) {
                var body = mutated(Answers.json(valid), random, 1 + random.nextInt(3));
                var problems = new ProblemCollector();
                ShapeChecker.check(shape, body, problems);
                if (problems.none() != theirs.validate(body).isEmpty()) {
                    disagreed.add(name + " " + body + ": " + problems.violations());
                }
            }
        });
        assertThat(disagreed).isEmpty();
    }

    @Test
    void areHeldToBodiesOfBothKinds() {
        var theirs = compiled(TestEditions.JUNE, "queue-request");
        assertThat(theirs.validate(Answers.json(VALID.getOrDefault("queue-request", ""))))
                .isEmpty();
        assertThat(theirs.validate(Answers.json("{}"))).isNotEmpty();
    }

    static Schema compiled(ApiEdition edition, String name) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(EditionFiles.schema(edition, name));
    }

    private static JsonNode mutated(ObjectNode body, Random random, int times) {
        for (var i = 0; i < times; i++) {
            var names = new ArrayList<String>();
            body.fieldNames().forEachRemaining(names::add);
            var name = random.nextInt(12) == 0 || names.isEmpty() ? "extra" : names.get(random.nextInt(names.size()));
            if (random.nextInt(4) == 0) {
                body.remove(name);
            } else {
                body.set(name, strange(random));
            }
        }
        return body;
    }

    private static JsonNode strange(Random random) {
        var text = STRANGE.get(random.nextInt(STRANGE.size())).replace('\'', '"');
        return Json.trusted(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}

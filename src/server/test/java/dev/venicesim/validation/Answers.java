package dev.venicesim.validation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.Verdict;
import dev.venicesim.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Asks the validator as the tests like to: bodies with single quotes in, texts and paths out. */
final class Answers {

    static final QuirkSettings QUIRKS = QuirkSettings.defaults();

    private Answers() {}

    static ObjectNode json(String text) {
        return (ObjectNode) Json.trusted(text.replace('\'', '"').getBytes(UTF_8));
    }

    static Model model(ApiEdition edition, String id) {
        return Catalog.of(edition).find(id).orElseThrow();
    }

    static Model anyModel(ApiEdition edition, Predicate<Model> wanted) {
        return Catalog.of(edition).listed().stream().filter(wanted).findFirst().orElseThrow();
    }

    static String answer(ApiEdition edition, String body) {
        return answer(edition, json(body));
    }

    static String answer(ApiEdition edition, JsonNode body) {
        return text(Validator.of(Catalog.of(edition)).queue(body, QUIRKS));
    }

    /** The reply's body, or nothing if the request was accepted. */
    static String text(Verdict<?> verdict) {
        return verdict.fold(
                accepted -> "", refusal -> new String(Json.bytes(refusal.error().body()), UTF_8));
    }

    static List<String> paths(ApiEdition edition, String body) {
        return paths(Validator.of(Catalog.of(edition)).queue(json(body), QUIRKS));
    }

    /** Where the problems are: {@code elements.0.video_url}; nothing if the request was accepted. */
    static List<String> paths(Verdict<?> verdict) {
        return issues(verdict).stream()
                .map(issue -> {
                    var steps = new ArrayList<String>();
                    issue.path("path").forEach(step -> steps.add(step.asText()));
                    return String.join(".", steps);
                })
                .toList();
    }

    static List<String> messages(Verdict<?> verdict) {
        return issues(verdict).stream()
                .map(issue -> issue.path("message").asText())
                .toList();
    }

    private static List<JsonNode> issues(Verdict<?> verdict) {
        var issues = new ArrayList<JsonNode>();
        verdict.fold(accepted -> "", refusal -> {
            refusal.error().body().path("issues").forEach(issues::add);
            return "";
        });
        return issues;
    }
}

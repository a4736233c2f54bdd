package dev.venicesim.acceptance.validation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.acceptance.WrittenPage;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.DurationMode;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.json.Json;
import dev.venicesim.validation.RequestMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * For every model of both editions, over HTTP: what its data say must be taken is taken, and every step out of range is
 * refused where it was made.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryModelOverHttpTest {

    private final Map<String, Count> counts = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Integer> rules = new TreeMap<>();

    private static final class Count {
        int accepted;
        int refused;
    }

    @BeforeAll
    void askForEveryModel() {
        for (var edition : ApiEdition.all()) {
            try (var sim = Sim.start(config -> config.edition(edition.id()).limits(false))) {
                var api = sim.frozenWorld("\"balanceUsd\":100000000").api();
                for (var model : Catalog.of(edition).listed()) {
                    ask(edition, model, api);
                    sim.control()
                            .get("/models/" + model.id())
                            .json()
                            .path("rules")
                            .forEach(line -> {
                                var text = line.asText();
                                rules.merge(text.substring(text.lastIndexOf(" · ") + 3), 1, Integer::sum);
                            });
                }
            }
        }
    }

    private void ask(ApiEdition edition, Model model, Http api) {
        var count = counts.computeIfAbsent(model.id() + "|" + edition.id(), id -> new Count());
        var maker = new RequestMaker(model);
        for (var body : List.of(maker.minimal(), largest(edition, model, maker))) {
            var answer = send(api, body);
            count.accepted++;
            note(answer.status() == 200, edition, model, body, answer);
        }
        for (var mutation : maker.mutations()) {
            if (RequestMaker.hasField(edition, mutation.path())) {
                var answer = send(api, mutation.body());
                count.refused++;
                note(answer.status() == 400 && names(answer, mutation.path()), edition, model, mutation.body(), answer);
            }
        }
        for (var body : maker.brokenMedia()) {
            var answer = send(api, body);
            count.refused++;
            note(answer.status() == 400 && answer.json().path("error").isTextual(), edition, model, body, answer);
        }
    }

    /** Where the edition takes no Auto, the source's length in seconds. */
    private static ObjectNode largest(ApiEdition edition, Model model, RequestMaker maker) {
        var body = maker.maximal();
        return model.rules().durationMode() == DurationMode.FROM_SOURCE
                        && QuirkSettings.of(edition).is(ApiQuirk.AUTO_DURATION, "refuse")
                ? body.put("duration", "12.5")
                : body;
    }

    private static Http.Answer send(Http api, ObjectNode body) {
        return api.post("/video/queue", new String(Json.bytes(body), UTF_8));
    }

    private static boolean names(Http.Answer answer, String field) {
        for (JsonNode issue : answer.json().path("issues")) {
            if (issue.path("path").path(0).asText().equals(field)) {
                return true;
            }
        }
        return false;
    }

    private void note(boolean right, ApiEdition edition, Model model, ObjectNode body, Http.Answer answer) {
        if (!right) {
            var text = body.toString();
            wrong.add(edition + " " + model.id() + " " + text.substring(0, Math.min(300, text.length())) + " -> "
                    + answer);
        }
    }

    @Test
    void answersEveryGeneratedRequestAsTheModelsDataSay() {
        assertThat(wrong).isEmpty();
        assertThat(counts.values().stream().mapToInt(count -> count.refused).sum())
                .isGreaterThan(3000);
    }

    @Test
    void keepsTheTableInTheDocumentsFresh() {
        WrittenPage.holds("validation.md", document());
    }

    private String document() {
        var text = new StringBuilder("""
                # What is validated

                Written by `EveryModelOverHttpTest`, never by hand. Every request below went over HTTP through the whole simulator.
                *Accepted*: the smallest and the largest request the model's data allow, answered 200.
                *Refused*: each single step out of range, answered 400 at the field where it was made, and each medium cut in half or of another kind.

                ## Rules and their sources

                | rule | source, last seen | models of both editions |
                |---|---|---|
                """);
        rules.forEach((origin, models) -> {
            var from = origin.indexOf(" (");
            text.append("| ").append(origin, 0, from).append(" | ");
            text.append(origin, from + 2, origin.length() - 1)
                    .append(" | ")
                    .append(models)
                    .append(" |\n");
        });
        text.append("\n## Models\n\n| model | edition | accepted | refused |\n|---|---|---|---|\n");
        counts.forEach((key, count) -> text.append("| ")
                .append(key.replace("|", " | "))
                .append(" | ")
                .append(count.accepted)
                .append(" | ")
                .append(count.refused)
                .append(" |\n"));
        return text.append("\nTogether ")
                .append(counts.values().stream()
                        .mapToInt(count -> count.accepted)
                        .sum())
                .append(" accepted, ")
                .append(counts.values().stream()
                        .mapToInt(count -> count.refused)
                        .sum())
                .append(" refused; ")
                .append(counts.keySet().stream()
                        .map(key -> key.substring(0, key.indexOf('|')))
                        .collect(Collectors.toSet())
                        .size())
                .append(" models.\n")
                .toString();
    }
}

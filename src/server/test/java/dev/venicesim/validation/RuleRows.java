package dev.venicesim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.TestEditions;
import java.util.stream.Stream;

/** How rows of rules are written and judged: what is laid over a model's smallest request, and what is said where. */
final class RuleRows {

    static final ApiEdition E06 = TestEditions.JUNE;
    static final ApiEdition E08 = TestEditions.AUGUST;
    static final String WEB = "'https://media.example.com/a'";

    private RuleRows() {}

    /** Judges one row; no words mean that the request is taken. */
    static void check(ApiEdition edition, String id, String change, String path, String words) {
        var body = new RequestMaker(Answers.model(edition, id)).minimal();
        body.setAll(Answers.json("{" + change + "}"));
        var verdict = Validator.of(Catalog.of(edition)).queue(body, Answers.QUIRKS);
        if (words.isEmpty()) {
            assertThat(Answers.text(verdict)).isEmpty();
            return;
        }
        var paths = Answers.paths(verdict);
        assertThat(paths).contains(path);
        assertThat(Answers.messages(verdict).get(paths.indexOf(path))).contains(words);
    }

    static String list(int count) {
        return Stream.generate(() -> WEB).limit(count).toList().toString();
    }

    static String elements(int count) {
        return Stream.generate(() -> "{'frontal_image_url':" + WEB + "}")
                .limit(count)
                .toList()
                .toString();
    }
}

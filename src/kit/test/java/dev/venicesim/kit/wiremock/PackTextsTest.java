package dev.venicesim.kit.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.error.ApiError;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The pack says what the simulator says: its error texts are those of {@code error/}, so that neither drifts from the
 * other.
 */
class PackTextsTest {

    /** Texts into which a factory puts values, or which it takes by halves. */
    private static final Set<String> COMPOSED =
            Set.of("Too many failed attempts (> 20)", "API key DIEM", "API key USD");

    private static final Path ERRORS = Path.of("src/spec/main/java/dev/venicesim/error");

    @Test
    void quotesTheApisErrorsToTheLetter() throws Exception {
        var known = texts();
        var literals = literals();
        var strange = new TreeMap<String, String>();
        for (var file : files(Path.of("stubs/mappings"))) {
            var mapping = Json.read(Files.readAllBytes(file));
            if (mapping.path("metadata").has("asked")) {
                // EditionStubsTest compares it with what the simulator answers
                continue;
            }
            var response = mapping.path("response");
            var text = response.path("jsonBody").path("error");
            var said = response.path("status").asInt() + " " + text.asText();
            if (response.path("status").asInt() >= 400
                    && text.isTextual()
                    && !known.contains(said)
                    && !literals.contains('"' + text.asText() + '"')
                    && COMPOSED.stream().noneMatch(text.asText()::startsWith)) {
                strange.put(file.getFileName().toString(), said);
            }
        }
        assertThat(strange).isEmpty();
    }

    private static java.util.List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }

    /** The sources of the errors, with texts that are split over lines put together. */
    private static String literals() throws IOException {
        var all = new StringBuilder();
        for (var file : files(ERRORS)) {
            all.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
        }
        return all.toString();
    }

    /** Status and text of every error that needs no values. */
    private static Set<String> texts() throws Exception {
        var texts = new HashSet<String>();
        for (var file : files(ERRORS)) {
            var name = file.getFileName().toString().replace(".java", "");
            if (!name.endsWith("Errors")) {
                continue;
            }
            var factories = Arrays.stream(
                            Class.forName("dev.venicesim.error." + name).getMethods())
                    .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getParameterCount() == 0)
                    .filter(method -> method.getReturnType() == ApiError.class)
                    .toList();
            for (var factory : factories) {
                var error = (ApiError) factory.invoke(null);
                texts.add(error.status() + " " + error.body().path("error").asText());
            }
        }
        assertThat(texts).hasSizeGreaterThan(30);
        return texts;
    }
}

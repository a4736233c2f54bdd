package dev.venicesim.kit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages show is what the build runs: each block of Java is cut from a test, or from a stranger's project. */
class DocumentedSnippetsTest {

    private static final Pattern RECIPE =
            Pattern.compile("### ([^\n]+)\n(?:(?!###|```).)*```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```(?:java|kotlin)\n(.*?)```", Pattern.DOTALL);
    private static final Path RECIPES = Path.of("src/kit/test/java/dev/venicesim/kit/docs/cookbook");
    private static final List<Path> RUN =
            List.of(Path.of("src/it"), Path.of("src/kit/test/java/dev/venicesim/kit/readme"));

    @Test
    void theCookbookShowsTheRecipesThatAreRun() throws IOException {
        var run = cut("// cookbook: ", sources(List.of(RECIPES)));
        var shown = new TreeMap<String, String>();
        RECIPE.matcher(Files.readString(Path.of("docs/cookbook.md")))
                .results()
                .forEach(recipe -> shown.put(recipe.group(1), squeezed(recipe.group(2))));
        assertThat(shown).hasSizeGreaterThanOrEqualTo(30).containsExactlyEntriesOf(run);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/junit.md", "docs/virtual-time.md"})
    void pagesShowWhatStrangersRun(String page) throws IOException {
        var run = new ArrayList<>(cut("// docs: ", sources(RUN)).values());
        run.addAll(cut("// README: ", sources(RUN)).values());
        var shown = BLOCK.matcher(Files.readString(Path.of(page)))
                .results()
                .map(block -> squeezed(block.group(1)))
                .toList();
        assertThat(shown).isNotEmpty().allSatisfy(block -> assertThat(run).contains(block));
    }

    /** Run by .ci/clients. */
    @Test
    void virtualTimeShowsTheFakeTimersThatVitestRuns() throws IOException {
        assertThat(Files.readString(Path.of("docs/virtual-time.md")))
                .contains("```javascript\n" + Files.readString(Path.of("src/clients/vitest/test/world-time.js"))
                        + "```\n");
    }

    @Test
    void gettingItShowsTheFirstProjectThatStrangersRun() throws IOException {
        var project = Path.of("src/it/first-project");
        var version = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(Files.readString(Path.of("docs/getting-it.md")))
                .contains(
                        Files.readString(project.resolve("pom.xml")).replace("@project.version@", version.group(1)),
                        Files.readString(project.resolve("src/test/java/FirstTest.java")));
    }

    @Test
    void theImportsThatPagesShowExist() throws IOException {
        var line = Pattern.compile("import (?:static )?(dev\\.venicesim[\\w.]*?)(?:\\.[a-z]\\w*)?;");
        for (var page : List.of("docs/getting-it.md", "docs/junit.md")) {
            assertThat(line.matcher(Files.readString(Path.of(page))).results().map(found -> found.group(1)))
                    .as(page)
                    .hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(name -> assertThat(Class.forName(name)).isNotNull());
        }
    }

    @Test
    void theTestThatReadmeShowsIsRun() throws IOException {
        var run = cut("// README: ", sources(RUN)).values();
        var shown =
                BLOCK.matcher(Files.readString(Path.of("README.md"))).results().toList();
        assertThat(shown)
                .isNotEmpty()
                .allSatisfy(block -> assertThat(run)
                        .anyMatch(code -> code.replace("staticclass", "class").equals(squeezed(block.group(1)))));
    }

    /** A page by symptom helps nobody whose message is another one. */
    @Test
    void theMessagesThatTroubleshootingQuotesAreSaid() throws IOException {
        var said = new StringBuilder();
        for (var source : sources(List.of(
                Path.of("src/server/main"),
                Path.of("src/kit/main"),
                Path.of("src/spec/main"),
                Path.of("src/app/main")))) {
            said.append(Files.readString(source));
        }
        // as if texts were not broken over lines
        var messages = said.toString().replaceAll("\"\\s*\\+\\s*\"", "");
        var quoted = Pattern.compile("^## .*?`([^`]+)`", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("docs/troubleshooting.md")))
                .results()
                .flatMap(heading -> Pattern.compile("\\.\\.\\.|404 |/api/v1").splitAsStream(heading.group(1)))
                .map(String::strip)
                .filter(fragment -> fragment.length() > 5 && fragment.contains(" "))
                .filter(fragment -> !fragment.startsWith("POST "))
                .toList();
        assertThat(quoted)
                .hasSizeGreaterThan(4)
                .allSatisfy(fragment -> assertThat(messages).as(fragment).contains(fragment.replaceAll("\\?$", "")));
    }

    @Test
    void gettingItNamesTheVersionThatIsBuilt() throws IOException {
        var built = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(built.find()).isTrue();
        var page = Files.readString(Path.of("docs/getting-it.md"));
        assertThat(page)
                .contains(
                        "<version>" + built.group(1) + "</version>",
                        "dev.venicesim:venice-video-simulator:" + built.group(1) + "\"");
    }

    private static List<Path> sources(List<Path> folders) throws IOException {
        var sources = new ArrayList<Path>();
        for (var folder : folders) {
            try (var files = Files.walk(folder)) {
                files.filter(file -> file.toString().matches(".*\\.(java|kt)")).forEach(sources::add);
            }
        }
        return sources;
    }

    /** What stands between a named comment and the next one that says end, by its name. */
    private static Map<String, String> cut(String mark, List<Path> files) throws IOException {
        var pattern = Pattern.compile(
                Pattern.quote(mark) + "([^\n]+)\n(.*?)" + Pattern.quote(mark) + "end\n", Pattern.DOTALL);
        var found = new TreeMap<String, String>();
        for (var file : files) {
            pattern.matcher(Files.readString(file))
                    .results()
                    .forEach(snippet -> found.put(snippet.group(1), squeezed(snippet.group(2))));
        }
        return found;
    }

    /** Without white space, which the formatter sets as it likes. */
    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}

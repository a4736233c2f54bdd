package dev.venicesim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the repository cites stands in the repository: each page of the documents, and each heading on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CitationsTest {

    /**
     * {@code docs/api/queue.md}, then perhaps {@code #an-anchor} or {@code , "A heading"}. In Java the quotes are
     * escaped, and the string may go on in the next line before them.
     */
    private static final Pattern CITATION = Pattern.compile("\\bdocs/((?:[\\w-]+/)*[\\w-]+\\.md)"
            + "(?:#([\\w-]+)|,(?:\"\\s*\\+\\s*\")? \\\\?\"([^\"\\\\\\n]+)\\\\?\")?");

    private static final Pattern LINK = Pattern.compile("(?<=\\]\\()([^()\\s]+)(?=\\))");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE_SPAN = Pattern.compile("(`+)(?!`).*?(?<!`)\\1(?!`)");

    /** Names of documents that the repository does not have; in parts, so that this file is not one of its finds. */
    private static final Pattern GONE = Pattern.compile("api-" + "facts|observed" + "\\s+A\\d|observed-"
            + "behaviour|/shar" + "ed/|(?<![\\w/(])control" + "-api\\.md");

    private static final Set<String> TEXTS = Set.of(
            "java",
            "md",
            "json",
            "yaml",
            "yml",
            "html",
            "xml",
            "properties",
            "txt",
            "sh",
            "mjs",
            "js",
            "py",
            "kt",
            "kts");

    private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git", ".idea");

    private final Map<Path, Optional<Set<String>>> anchors = new HashMap<>();
    private Map<Path, String> files = Map.of();

    @BeforeAll
    void readTheRepository() throws IOException {
        files = texts(root());
    }

    @Test
    void leadsEachCitationToAPageAndAHeading() {
        assertThat(deadCitations(root(), files))
                .as("citations that lead nowhere")
                .isEmpty();
    }

    @Test
    void leadsEachLinkBetweenDocumentsToAPageAndAHeading() {
        assertThat(deadLinks(root(), files)).as("links that lead nowhere").isEmpty();
    }

    @Test
    void citesNoDocumentThatTheRepositoryDoesNotHave() {
        assertThat(outsiders(root(), files))
                .as("documents that are not in the repository")
                .isEmpty();
    }

    @Test
    void findsWhatItLooksFor() {
        assertThat(files).hasSizeGreaterThan(100);
        assertThat(files.values().stream()
                        .mapToLong(text -> CITATION.matcher(text).results().count())
                        .sum())
                .isGreaterThan(100);
    }

    @Test
    void tellsFileLineAndCitationOfEachThatIsDead(@TempDir Path folder) throws IOException {
        var docs = Files.createDirectories(folder.resolve("docs/api"));
        Files.writeString(docs.resolve("queue.md"), """
                # Queue
                ### Lists of durations
                [here](#lists-of-durations) [there](quote.md) [lost](#lost)
                """);
        Files.writeString(folder.resolve("A.java"), """
                /** docs/api/queue.md#lists-of-durations, docs/api/queue.md#lost and docs/api/lost.md */
                String a = "docs/api/queue.md, \\"Lists of durations\\"; docs/api/queue.md,"
                        + " \\"Lost\\"";
                // %s A5
                """.formatted("observed"));
        var found = texts(folder);
        assertThat(deadCitations(folder, found))
                .containsExactly(
                        "A.java:1: docs/api/queue.md#lost",
                        "A.java:1: docs/api/lost.md",
                        "A.java:2: docs/api/queue.md, \\\"Lost\\\"");
        assertThat(deadLinks(folder, found))
                .containsExactly("docs/api/queue.md:3: quote.md", "docs/api/queue.md:3: #lost");
        assertThat(outsiders(folder, found)).containsExactly("A.java:4: observed" + " A5");
    }

    private List<String> deadCitations(Path root, Map<Path, String> texts) {
        return dead(root, texts, CITATION, (path, cited) -> {
            var anchor = Optional.ofNullable(cited.group(2))
                    .or(() -> Optional.ofNullable(cited.group(3)).map(CitationsTest::slug));
            return leads(root.resolve("docs").resolve(cited.group(1)), anchor.orElse(""));
        });
    }

    private List<String> deadLinks(Path root, Map<Path, String> texts) {
        var documents = new TreeMap<Path, String>();
        texts.forEach((path, text) -> {
            if (path.toString().endsWith(".md") || path.endsWith("llms.txt")) {
                documents.put(path, blanked(text));
            }
        });
        return dead(root, documents, LINK, (path, link) -> leadsFrom(path, link.group(1)));
    }

    private static List<String> outsiders(Path root, Map<Path, String> texts) {
        var history = root.resolve("CHANGELOG.md");
        return dead(root, texts, GONE, (path, name) -> path.equals(history));
    }

    /** A line for each match that is not right: file, line, what was found. */
    private static List<String> dead(
            Path root, Map<Path, String> texts, Pattern pattern, BiPredicate<Path, MatchResult> right) {
        var dead = new ArrayList<String>();
        texts.forEach((path, text) -> pattern.matcher(text)
                .results()
                .filter(found -> !right.test(path, found))
                .forEach(found -> dead.add(root.relativize(path).toString().replace('\\', '/') + ":"
                        + line(text, found.start()) + ": " + found.group().replaceAll("\"\\s*\\+\\s*\"", ""))));
        return dead;
    }

    private static long line(String text, int at) {
        return text.substring(0, at)
                        .chars()
                        .filter(character -> character == '\n')
                        .count()
                + 1;
    }

    private boolean leadsFrom(Path path, String target) {
        if (target.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.*") || target.startsWith("/")) {
            return true;
        }
        var parts = target.split("#", 2);
        var page = parts[0].isEmpty() ? path : path.resolveSibling(parts[0]).normalize();
        return leads(page, parts.length == 2 ? parts[1] : "");
    }

    private boolean leads(Path page, String anchor) {
        if (anchor.isEmpty()) {
            return Files.exists(page);
        }
        return anchors.computeIfAbsent(page, CitationsTest::anchorsOf)
                .filter(known -> known.contains(anchor))
                .isPresent();
    }

    private static Optional<Set<String>> anchorsOf(Path page) {
        if (!Files.isRegularFile(page)) {
            return Optional.empty();
        }
        var known = new HashSet<String>();
        var times = new HashMap<String, Integer>();
        var headings = HEADING.matcher(FENCE.matcher(read(page).orElse("")).replaceAll(""));
        while (headings.find()) {
            var slug = slug(headings.group(1).strip());
            int before = times.merge(slug, 1, Integer::sum) - 1;
            known.add(before == 0 ? slug : slug + "-" + before);
        }
        return Optional.of(known);
    }

    /** The anchor of a heading, as GitHub makes it. */
    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    /** A document whose code is blank, since what looks like a link there is none. */
    private static String blanked(String text) {
        var fenced = FENCE.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
        return CODE_SPAN.matcher(fenced).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
    }

    /** Every text file of the repository but what was built. */
    private static Map<Path, String> texts(Path root) throws IOException {
        var found = new TreeMap<Path, String>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                var name = String.valueOf(folder.getFileName());
                return !folder.equals(root) && SKIPPED.contains(name)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                var name = String.valueOf(file.getFileName());
                if (TEXTS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                    read(file).ifPresent(text -> found.put(file, text));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        // the test's own examples are no citations
        found.keySet().removeIf(path -> path.endsWith("CitationsTest.java"));
        return found;
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The root of the repository: the nearest folder upwards that holds both README.md and docs. */
    private static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("README.md")) && Files.isDirectory(folder.resolve("docs"))) {
                return folder;
            }
        }
        throw new AssertionError("no folder from the working directory upwards holds README.md and docs");
    }
}

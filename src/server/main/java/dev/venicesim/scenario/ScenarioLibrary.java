package dev.venicesim.scenario;

import dev.venicesim.error.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collection of the ready-made scenarios, and reader of a user's own. Immutable. */
public final class ScenarioLibrary {

    /** Their names, sorted. */
    public static final List<String> READY_MADE = List.of(
            "at-capacity",
            "content-violation",
            "flaky-network",
            "happy",
            "insufficient-balance",
            "link-expires",
            "needs-consent",
            "provider-refuses",
            "provider-refuses-with-refund",
            "rate-limited",
            "slow",
            "stuck-job",
            "wallet-needs-top-up");

    private static final String FOLDER = "/dev/venicesim/scenarios/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private final ScenarioLoader loader = new ScenarioLoader();

    private ScenarioLibrary() {}

    public static ScenarioLibrary readyMade() {
        return new ScenarioLibrary();
    }

    /** All names, sorted. */
    public List<String> list() {
        return READY_MADE;
    }

    /** The text of a scenario as it was written. */
    public Optional<String> show(String name) {
        return READY_MADE.contains(name) ? Optional.of(resource(name)) : Optional.empty();
    }

    /** A scenario by its name; a name is never taken for a path. */
    public Optional<ScenarioDefinition> find(String name) {
        return show(name).map(text -> loader.load(name + ".yaml", text));
    }

    /**
     * A scenario as a user of the command line or of a test names it: a known name, else a file.
     *
     * @throws ScenarioException if it is neither, or has problems
     */
    ScenarioDefinition open(String nameOrFile) {
        return find(nameOrFile).orElseGet(() -> {
            if (NAME.matcher(nameOrFile).matches() && !Files.exists(Path.of(nameOrFile))) {
                var fix = NearestName.to(nameOrFile, list())
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElseGet(() -> "there are " + String.join(", ", list()));
                throw new ScenarioException(new ScenarioProblem(nameOrFile, 1, 1, "no scenario of this name", fix));
            }
            return loader.load(path(nameOrFile));
        });
    }

    /**
     * Reads a scenario that was given as text, in YAML or JSON.
     *
     * @throws ScenarioException with every problem, if it is not one
     */
    ScenarioDefinition read(String name, String text) {
        return loader.load(name, text);
    }

    /** What is wrong with a file; empty if nothing is. */
    public List<ScenarioProblem> validate(Path file) {
        try {
            loader.load(file);
            return List.of();
        } catch (ScenarioException e) {
            return e.problems();
        }
    }

    /** A file's name without its folders and its ending. */
    static String nameOf(String file) {
        var bare = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        var cut = bare.replaceFirst("\\.(?:ya?ml|json)$", "");
        return cut.isEmpty() ? file : cut;
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new ScenarioException(
                    new ScenarioProblem(file, 1, 1, "no file can be called so", "name a scenario or its file"));
        }
    }

    private static String resource(String name) {
        var resource = FOLDER + name + ".yaml";
        try (var in = ScenarioLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.venicesim.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The scenarios a server knows by name: those in its folders, as they were when this value was made, and the ready-made ones. Immutable.
 */
public final class Scenarios {

    /** Names of those that come with the simulator. */
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
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}\\.(?:ya?ml|json)");

    private record Own(String text, Scenario scenario) {}

    private final ScenarioLoader loader;
    private final List<Path> folders;
    private final Map<String, Own> own;

    private Scenarios(ScenarioLoader loader, List<Path> folders, Map<String, Own> own) {
        this.loader = loader;
        this.folders = folders;
        this.own = own;
    }

    /** The ready-made scenarios alone. */
    public static Scenarios readyMade() {
        return new Scenarios(new ScenarioLoader(), List.of(), Map.of());
    }

    /**
     * The scenarios of some folders, the first winning where names meet, over the ready-made ones.
     *
     * @throws ScenarioException naming every problem of every file, if any file has one
     */
    public static Scenarios of(List<Path> folders) {
        var loader = new ScenarioLoader();
        return new Scenarios(loader, List.copyOf(folders), readAll(loader, folders));
    }

    /**
     * The same folders read again: all of their files or, if one has a problem, none.
     *
     * @throws ScenarioException naming every problem of every file; this value stays as it was
     */
    public Scenarios reload() {
        return new Scenarios(loader, folders, readAll(loader, folders));
    }

    /** All names, sorted. */
    public List<String> list() {
        var names = new TreeSet<>(READY_MADE);
        names.addAll(own.keySet());
        return List.copyOf(names);
    }

    /** The text of a scenario as it was written. */
    public Optional<String> show(String name) {
        var mine = own.get(name);
        return mine != null
                ? Optional.of(mine.text())
                : READY_MADE.contains(name) ? Optional.of(resource(name)) : Optional.empty();
    }

    /** A scenario by its name; a name is never taken for a path. */
    public Optional<Scenario> find(String name) {
        var mine = own.get(name);
        if (mine != null) {
            return Optional.of(mine.scenario());
        }
        return READY_MADE.contains(name) ? Optional.of(loader.load(name + ".yaml", resource(name))) : Optional.empty();
    }

    /**
     * A scenario as a user of the command line or of a test names it: a known name, else a file.
     *
     * @throws ScenarioException if it is neither, or has problems
     */
    Scenario open(String nameOrFile) {
        return find(nameOrFile).orElseGet(() -> {
            if (NAME.matcher(nameOrFile).matches() && !Files.exists(Path.of(nameOrFile))) {
                var fix = Nearest.to(nameOrFile, list())
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElseGet(() -> "there are " + String.join(", ", list()));
                throw new ScenarioException(new Problem(nameOrFile, 1, 1, "no scenario of this name", fix));
            }
            return loader.load(path(nameOrFile));
        });
    }

    /**
     * Reads a scenario that was given as text, in YAML or JSON.
     *
     * @throws ScenarioException with every problem, if it is not one
     */
    Scenario read(String name, String text) {
        return loader.load(name, text);
    }

    /** What is wrong with a file; empty if nothing is. */
    public List<Problem> validate(Path file) {
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
                    new Problem(file, 1, 1, "no file can be called so", "name a scenario or its file"));
        }
    }

    private static Map<String, Own> readAll(ScenarioLoader loader, List<Path> folders) {
        var own = new TreeMap<String, Own>();
        var problems = new ArrayList<Problem>();
        for (var folder : folders) {
            for (var file : files(folder)) {
                try {
                    var text = ScenarioLoader.text(file);
                    var scenario = loader.load(file.toString(), text);
                    own.putIfAbsent(scenario.name(), new Own(text, scenario));
                } catch (ScenarioException e) {
                    problems.addAll(e.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
        return own;
    }

    // a link that leads out of its folder is not one of its scenarios
    private static List<Path> files(Path folder) {
        try (var entries = Files.list(folder)) {
            var home = folder.toRealPath();
            var files = new ArrayList<Path>();
            for (var entry : entries.sorted().toList()) {
                if (FILE.matcher(entry.getFileName().toString()).matches()
                        && Files.isRegularFile(entry)
                        && entry.toRealPath().startsWith(home)) {
                    files.add(entry);
                }
            }
            return files;
        } catch (IOException e) {
            throw new ScenarioException(
                    new Problem(folder.toString(), 1, 1, "no folder that can be read", "name a folder of scenarios"));
        }
    }

    private static String resource(String name) {
        var resource = FOLDER + name + ".yaml";
        try (var in = Scenarios.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.venicesim.scenario;

import dev.venicesim.error.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The scenarios of a running server: the ready-made ones and the files it was started with, which are read again on
 * request. The schema is compiled when the first scenario is asked for, so a server without one does not pay for it.
 */
public final class ScenarioRepository {

    private record Opened(Path file, ScenarioDefinition scenario) {}

    private final Supplier<ScenarioLibrary> readyMade = new Once();
    private volatile Map<String, Opened> files = Map.of();

    /**
     * A scenario as the command line names it: a known name, else a file, which is then known by its name.
     *
     * @throws ScenarioException if it is neither, or has problems
     */
    public synchronized ScenarioDefinition open(String nameOrFile) {
        var known = find(nameOrFile);
        if (known.isPresent()) {
            return known.get();
        }
        var scenario = readyMade.get().open(nameOrFile);
        var more = new LinkedHashMap<>(files);
        more.put(scenario.name(), new Opened(Path.of(nameOrFile), scenario));
        files = more;
        return scenario;
    }

    /** A scenario by its name; a name is never taken for a path. */
    public Optional<ScenarioDefinition> find(String name) {
        var mine = files.get(name);
        return mine == null ? readyMade.get().find(name) : Optional.of(mine.scenario());
    }

    /** What to write instead of a name nobody knows. */
    public String fix(String name) {
        var known = new ArrayList<>(files.keySet());
        known.addAll(ScenarioLibrary.READY_MADE);
        return NearestName.to(name, known)
                .map(near -> "did you mean \"" + near + "\"?")
                .orElseGet(() -> "there are " + String.join(", ", known));
    }

    /**
     * Reads a scenario that was given as text, in YAML or JSON.
     *
     * @throws ScenarioException with every problem, if it is not one
     */
    public ScenarioDefinition read(String name, String text) {
        return readyMade.get().read(name, text);
    }

    /**
     * Reads every file again, all or none.
     *
     * @return the scenarios of all files, by name
     * @throws ScenarioException naming every problem of every file; what was read before stays
     */
    public synchronized Map<String, ScenarioDefinition> reload() {
        var read = new LinkedHashMap<String, Opened>();
        var problems = new ArrayList<ScenarioProblem>();
        files.forEach((name, before) -> {
            try {
                read.put(
                        name,
                        new Opened(
                                before.file(),
                                readyMade.get().open(before.file().toString())));
            } catch (ScenarioException e) {
                problems.addAll(e.problems());
            }
        });
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
        files = read;
        var scenarios = new LinkedHashMap<String, ScenarioDefinition>();
        read.forEach((name, opened) -> scenarios.put(name, opened.scenario()));
        return scenarios;
    }

    /** Makes the ready-made scenarios when they are first asked for. */
    private static final class Once implements Supplier<ScenarioLibrary> {
        private Optional<ScenarioLibrary> made = Optional.empty();

        @Override
        public synchronized ScenarioLibrary get() {
            var scenarios = made.orElseGet(ScenarioLibrary::readyMade);
            made = Optional.of(scenarios);
            return scenarios;
        }
    }
}

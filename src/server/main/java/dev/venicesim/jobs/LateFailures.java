package dev.venicesim.jobs;

import dev.venicesim.catalog.EditionFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** List of the inputs that queue takes and that fail at retrieve only (quirk {@code late-failures}), read once. */
public final class LateFailures {

    private static final List<LateFailure> ALL = read();

    /**
     * What matters of a request.
     *
     * @param taskType empty where none was sent
     * @param fixedDuration whether it names seconds
     * @param elementWithBoth whether an element has pictures and a clip
     */
    public record Seen(
            String model,
            String prompt,
            String taskType,
            boolean fixedDuration,
            boolean elementWithBoth,
            List<Medium> media) {}

    /**
     * What matters of a medium.
     *
     * @param role what it is for: {@code image}, {@code reference_audio}, ...
     * @param width pixels, 0 if unknown
     * @param height pixels, 0 if unknown
     * @param length zero if unknown
     * @param unfetchable whether the provider cannot fetch it
     */
    public record Medium(String role, int width, int height, Duration length, boolean face, boolean unfetchable) {}

    /** A failure that a request meets. */
    public record Struck(String name, Outcome outcome, String source) {}

    private LateFailures() {}

    private static List<LateFailure> read() {
        var all = new ArrayList<LateFailure>();
        EditionFiles.failures()
                .path("failures")
                .forEach(row -> all.add(new LateFailure(row.path("name").textValue(), row)));
        return List.copyOf(all);
    }

    /** The first failure that a request meets, if it meets one. */
    public static Optional<Struck> strike(Seen seen) {
        return ALL.stream()
                .flatMap(failure -> failure
                        .strike(seen)
                        .map(outcome -> new Struck(
                                failure.name(),
                                outcome,
                                failure.row().path("source").textValue()))
                        .stream())
                .findFirst();
    }

    /** What becomes of a job that is to fail in one of these ways whatever its input. */
    public static Optional<Outcome> named(String name) {
        return ALL.stream()
                .filter(failure -> failure.name().equals(name))
                .map(LateFailure::outcome)
                .findFirst();
    }

    /** The names that scenarios and prompts use. */
    public static List<String> names() {
        return ALL.stream().map(LateFailure::name).toList();
    }
}

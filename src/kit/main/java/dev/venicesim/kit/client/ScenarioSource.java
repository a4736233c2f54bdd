package dev.venicesim.kit.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Origin of a test's scenario: a name the simulator knows, a class path resource or file ending in
 * {@code .yaml}, {@code .yml} or {@code .json}, or the text itself, which has a colon or a line break where names have
 * none.
 *
 * @param written as the test says it
 * @param text of the scenario; empty for a name
 */
record ScenarioSource(String written, Optional<String> text) {

    private static final Pattern FILE = Pattern.compile("[^\\n{]+\\.(?:ya?ml|json)");
    private static final Pattern NAME = Pattern.compile("[^:\\n{]*");

    /**
     * The source a test means.
     *
     * @throws IllegalArgumentException naming the places looked in, if it names a file that is not there
     */
    static ScenarioSource of(String written) {
        if (FILE.matcher(written).matches()) {
            return new ScenarioSource(
                    written, resource(written).or(() -> file(written)).or(() -> {
                        throw new IllegalArgumentException("there is no scenario file \"" + written
                                + "\": neither on the test's class path, nor as "
                                + Path.of(written).toAbsolutePath());
                    }));
        }
        return new ScenarioSource(written, NAME.matcher(written).matches() ? Optional.empty() : Optional.of(written));
    }

    /**
     * As the control API takes it beside a world's other settings: a name, or a text, which has at least one line
     * break.
     */
    String declared() {
        return text.map(yaml -> yaml + "\n").orElse(written);
    }

    private static Optional<String> resource(String name) {
        var loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ScenarioSource.class::getClassLoader);
        try (var in = loader.getResourceAsStream(name.startsWith("/") ? name.substring(1) : name)) {
            return in == null ? Optional.empty() : Optional.of(text(in));
        } catch (IOException e) {
            throw new IllegalArgumentException("scenario file \"" + name + "\" cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<String> file(String name) {
        try {
            var path = Path.of(name);
            return Files.isRegularFile(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("scenario file \"" + name + "\" cannot be read: " + e.getMessage(), e);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}

package dev.venicesim.media.render;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program of this machine; a test that needs one which is missing is reported as skipped, with its name. */
record Tool(String name) {

    static Tool installed(String name) {
        assumeTrue(find(name), () -> "SKIPPED: " + name + " is not installed, so nothing was checked with it");
        return new Tool(name);
    }

    /** What it prints on both streams, after at most two minutes. */
    String run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(arguments);
        Path output = Files.createTempFile(folder, name, ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(150, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(name + " did not end within two minutes");
        }
        return Files.readString(output, StandardCharsets.ISO_8859_1).strip();
    }

    private static boolean find(String name) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }
}

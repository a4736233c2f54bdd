package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.ControlException;
import dev.venicesim.kit.client.VeniceWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Run of a failed test, kept as a file that can be played again. */
final class KeptRun {

    private static final int LONGEST_NAME = 120;

    private KeptRun() {}

    /** Keeps the run of a world that was asked something; says where, or why it is not kept. */
    static String of(VeniceWorld world, ExtensionContext context) {
        try {
            if (world.requests().isEmpty()) {
                return "";
            }
            var file = folder().resolve(name(context) + ".json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, world.run());
            return "\nthe run is in " + file + "; venice-sim replay plays it again";
        } catch (IOException | ControlException e) {
            return "\nthe run could not be kept: " + e.getMessage();
        }
    }

    /** Where the build keeps what it makes. */
    private static Path folder() {
        var gradle = !Files.exists(Path.of("target")) && Files.exists(Path.of("build"));
        return Path.of(gradle ? "build" : "target", "venice-sim");
    }

    private static String name(ExtensionContext context) {
        var method = context.getRequiredTestMethod().getName();
        var type = context.getRequiredTestClass().getName().replaceFirst(".*\\.", "");
        var shown = context.getDisplayName();
        var invocation = shown.startsWith(method) ? "" : "-" + shown;
        var name = (type + "." + method + invocation).replaceAll("[^A-Za-z0-9_.-]+", "-");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}

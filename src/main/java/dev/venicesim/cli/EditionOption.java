package dev.venicesim.cli;

import dev.venicesim.catalog.Edition;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What a target or a file is compared with. */
final class EditionOption {

    @Option(
            names = "--edition",
            defaultValue = "2026-06-17",
            paramLabel = "DATE",
            description = "What it is compared with (default: ${DEFAULT-VALUE}).")
    private String edition = "2026-06-17";

    /**
     * @throws IllegalArgumentException naming the editions there are
     */
    Edition edition() {
        return Edition.find(edition)
                .orElseThrow(() -> new IllegalArgumentException("edition cannot be \"" + edition + "\"; give "
                        + Arrays.stream(Edition.values()).map(Edition::id).collect(Collectors.joining(" or "))));
    }
}

package dev.venicesim.cli;

import dev.venicesim.catalog.Edition;
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
                .orElseThrow(() -> new IllegalArgumentException(
                        "edition cannot be \"" + edition + "\"; give " + Edition.choices()));
    }
}

package dev.venicesim.cli;

import dev.venicesim.kit.contract.target.Target;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whom a command asks. */
final class TargetOption {

    @Option(
            names = "--target",
            required = true,
            paramLabel = "URL",
            description = "Base URL as clients take it, such as https://api.venice.ai/api/v1.")
    private String target = "";

    /**
     * @throws IllegalArgumentException if it is no base URL
     */
    Target target(Optional<String> key, Target.Manner manner) {
        return Target.at(target, key, manner);
    }
}

package dev.venicesim.cli;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.QuirkSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Option that sets quirks beside those of an edition. */
final class QuirkOption {

    @Option(
            names = "--quirk",
            paramLabel = "NAME=VALUE",
            description = "A quirk at another value than the edition has it; repeatable.")
    private Map<String, String> quirks = new LinkedHashMap<>();

    /**
     * Values by label.
     *
     * @throws IllegalArgumentException if one is no quirk, or no value of it
     */
    Map<String, String> of(ApiEdition edition) {
        QuirkSettings.of(edition).with(quirks);
        return Map.copyOf(quirks);
    }
}

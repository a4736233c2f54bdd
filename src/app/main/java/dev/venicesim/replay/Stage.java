package dev.venicesim.replay;

import dev.venicesim.SimulatorConfig;
import dev.venicesim.catalog.ApiEdition;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Simulator before which a run is played, as far as it is another one than recorded it.
 *
 * @param edition that of the run if absent
 * @param quirks by name, beside those that the run's world had
 * @param prices a file with rows of prices
 * @param models a saved catalogue
 * @param port 0 picks a free one
 */
public record Stage(
        Optional<ApiEdition> edition,
        Map<String, String> quirks,
        Optional<Path> prices,
        Optional<Path> models,
        int port) {

    /** The same as recorded the run, as far as the file tells. */
    public static final Stage SAME = new Stage(Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), 0);

    public Stage onPort(int other) {
        return new Stage(edition, quirks, prices, models, other);
    }

    /** What a simulator is started with for a run of an edition. */
    SimulatorConfig.Builder config(String recorded) {
        var config = SimulatorConfig.builder()
                .port(port)
                .edition(edition.map(ApiEdition::id).orElse(recorded));
        prices.ifPresent(config::prices);
        models.ifPresent(config::models);
        return config;
    }
}

package dev.venicesim.control;

import dev.venicesim.journal.Journals;
import dev.venicesim.scenario.Shelf;
import dev.venicesim.time.TimeSource;
import dev.venicesim.world.Accounts;
import dev.venicesim.world.Declaration;
import dev.venicesim.world.Ids;
import dev.venicesim.world.Worlds;

/**
 * What the calls of the control API have at hand.
 *
 * @param plain what the server was told of worlds nobody declared, without its scenario
 * @param shelf the scenarios known by name
 * @param catalogues what is simulated of each edition
 * @param version the simulator's
 */
public record ControlDesk(
        Worlds worlds,
        Accounts accounts,
        Ids ids,
        TimeSource time,
        Journals journals,
        Declaration plain,
        Shelf shelf,
        Catalogues catalogues,
        String version) {

    /** What a world nobody declared is made from. */
    Declaration defaults() {
        return worlds.defaults();
    }
}

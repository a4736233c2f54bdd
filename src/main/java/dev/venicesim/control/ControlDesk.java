package dev.venicesim.control;

import dev.venicesim.journal.Journals;
import dev.venicesim.time.TimeSource;
import dev.venicesim.world.Accounts;
import dev.venicesim.world.Declaration;
import dev.venicesim.world.Ids;
import dev.venicesim.world.Worlds;

/**
 * What the calls of the control API have at hand.
 *
 * @param defaults what a world nobody declared is made from
 * @param catalogues what is simulated of each edition
 * @param version the simulator's
 */
public record ControlDesk(
        Worlds worlds,
        Accounts accounts,
        Ids ids,
        TimeSource time,
        Journals journals,
        Declaration defaults,
        Catalogues catalogues,
        String version) {}

package dev.venicesim.control.pact;

import dev.venicesim.billing.quote.Quotes;
import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Edition;
import dev.venicesim.journal.Journals;
import dev.venicesim.media.link.LinkTarget;
import dev.venicesim.scenario.Shelf;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Accounts;
import dev.venicesim.world.Ids;
import dev.venicesim.world.Worlds;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What setting up a state needs.
 *
 * @param world where its parts are kept, and what they are made with
 * @param shelf the scenarios known by name
 * @param catalogs the models of an edition
 * @param quotes the prices of an edition
 * @param links the address of a download link, as the sender of a request knows this server
 */
public record PactDesk(
        Parts world,
        Shelf shelf,
        Function<Edition, Catalog> catalogs,
        Function<Edition, Quotes> quotes,
        BiFunction<Request, LinkTarget, String> links) {

    /** What worlds are kept in and made with. */
    public record Parts(Worlds worlds, Accounts accounts, Journals journals, Ids ids, TimeSource time) {}
}

package dev.venicesim.control;

import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.price.PriceBook;
import java.util.List;

/** What is simulated of each edition, as far as the control API tells of it. */
public interface Catalogues {

    Catalog catalog(Edition edition);

    PriceBook prices(Edition edition);

    /** The rules a queue request for a model is held to, in words. */
    List<String> rules(Edition edition, Model model);
}

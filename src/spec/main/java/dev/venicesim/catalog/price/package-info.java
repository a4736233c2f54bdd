/** What clips cost: dated rows with provenance, and a stated estimate where nothing is published. */
@NullMarked
package dev.venicesim.catalog.price;

import org.jspecify.annotations.NullMarked;

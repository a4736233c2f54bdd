/** Editions, models, prices and quirks: dated data with provenance. */
@NullMarked
package dev.venicesim.catalog;

import org.jspecify.annotations.NullMarked;

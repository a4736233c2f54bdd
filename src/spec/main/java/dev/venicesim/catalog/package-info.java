/**
 * Editions, models, prices and quirks: dated data with provenance.
 *
 * <p>A new model of a known kind is a block in an edition's {@code models.json}: its names, its constraints as the wire
 * shows them, its kind, and the rows of {@code rules.json} it shares with others. What it does differently it says in
 * its own block; what is concluded rather than documented it lists under {@code inferred}, with a source.
 * {@link dev.venicesim.catalog.ModelRules} come out of these by one derivation, which also serves models of a user's
 * own catalogue. A new price is a row in {@code price/prices.json}.
 */
@NullMarked
package dev.venicesim.catalog;

import org.jspecify.annotations.NullMarked;

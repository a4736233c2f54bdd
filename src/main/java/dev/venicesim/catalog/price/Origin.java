package dev.venicesim.catalog.price;

/**
 * Where a price comes from.
 *
 * @param source the document or the person
 * @param date ISO date on which it said so
 */
public record Origin(Evidence evidence, String source, String date) {}

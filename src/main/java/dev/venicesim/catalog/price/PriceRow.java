package dev.venicesim.catalog.price;

/**
 * The price of one model at one resolution.
 *
 * @param model its id
 * @param resolution a literal of the model, or empty for a model that has none
 */
public record PriceRow(String model, String resolution, Price price, Origin origin) {}

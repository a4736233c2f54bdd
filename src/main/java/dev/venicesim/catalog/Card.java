package dev.venicesim.catalog;

import java.util.List;

/**
 * What {@code GET /models} says about a model beside its constraints.
 *
 * @param name for people
 * @param created Unix seconds
 * @param privacy {@code private} or {@code anonymized}
 * @param beta whether {@code betaModel} is there and true
 * @param uncensored whether {@code uncensored} is there and true (edition 2026-08-21)
 * @param modelSource a web address, or empty text where the key is absent
 * @param deprecation none or one
 */
public record Card(
        String name,
        long created,
        String privacy,
        boolean beta,
        boolean uncensored,
        String modelSource,
        List<Deprecation> deprecation) {}

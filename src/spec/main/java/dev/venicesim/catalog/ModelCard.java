package dev.venicesim.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Card of a model: what {@code GET /models} says about it beside its constraints.
 *
 * @param name for people
 * @param created Unix seconds
 * @param privacy {@code private} or {@code anonymized}
 * @param beta whether {@code betaModel} is there and true
 * @param uncensored whether {@code uncensored} is there and true (edition 2026-08-21)
 * @param modelSource a web address, or empty text where the key is absent
 * @param deprecation none or one
 * @param others {@code model_spec} keys of a user's own catalogue that this edition does not know, kept as they came
 */
public record ModelCard(
        String name,
        long created,
        String privacy,
        boolean beta,
        boolean uncensored,
        String modelSource,
        List<Deprecation> deprecation,
        Map<String, JsonNode> others) {}

package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.ApiEdition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Reference that oracles compare with.
 *
 * @param edition of the API
 * @param baseUrl of the target
 * @param models the target's own list of video models
 * @param bodies the edition's schemas
 * @param now on the clock of this machine, which need not be the one that paces the run
 */
public record Reference(ApiEdition edition, String baseUrl, JsonNode models, Bodies bodies, Instant now) {

    /** Schemas of bodies by name. */
    @FunctionalInterface
    public interface Bodies {
        List<Problem> problems(String schema, JsonNode body);
    }

    /** A place where a body is not as its schema wants it. */
    public record Problem(String pointer, String expected, String found) {}

    /** A model of the target's list by its id. */
    Optional<JsonNode> model(String id) {
        return StreamSupport.stream(models.path("data").spliterator(), false)
                .filter(model -> model.path("id").asText().equals(id))
                .findFirst();
    }
}

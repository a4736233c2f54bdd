package dev.venicesim.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.Verified;
import dev.venicesim.journal.finding.Event.Dropped;
import dev.venicesim.validation.Validator;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.World;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which fields of a request its model lacks, so that quote ignores them and queue refuses them. */
@Verified(on = "2026-10-02", source = "observed A1; api-facts 11 #29")
record DroppedFields(Editions editions) {

    private static final List<Input> INPUTS = List.of(Input.values());

    /** What quote ignored of a request it priced. */
    Dropped byQuote(World world, JsonNode body) {
        return lacking(world, body, name -> true);
    }

    /** What queue refused, if quote takes the same body without a word. */
    Dropped ofQueue(World world, JsonNode body, Reply.Now refusal) {
        var refused = Waiting.refusedFields(refusal);
        var dropped = lacking(world, body, refused::contains);
        return dropped.fields().isEmpty() || !quotes(world, body) ? Dropped.NONE : dropped;
    }

    private Dropped lacking(World world, JsonNode body, Predicate<String> wanted) {
        var id = body.path("model").asText();
        var lacking = editions.of(world.settings().behaviour().edition())
                .catalog()
                .find(id)
                .map(model -> lacking(model, body, wanted))
                .orElse(Set.of());
        return lacking.isEmpty() ? Dropped.NONE : new Dropped(id, lacking);
    }

    private static Set<String> lacking(Model model, JsonNode body, Predicate<String> wanted) {
        var lacking = new HashSet<String>();
        for (var input : INPUTS) {
            if (body.has(input.field()) && !model.rules().accepts(input) && wanted.test(input.field())) {
                lacking.add(input.field());
            }
        }
        return Set.copyOf(lacking);
    }

    private boolean quotes(World world, JsonNode body) {
        var behaviour = world.settings().behaviour();
        Validator validator = editions.of(behaviour.edition()).validator();
        return validator.quote(body, behaviour.quirks()) instanceof Verdict.Accepted;
    }
}

package dev.venicesim.endpoint;

import dev.venicesim.catalog.Input;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.Verified;
import dev.venicesim.journal.finding.Event.Dropped;
import dev.venicesim.json.Json;
import dev.venicesim.validation.Validator;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.World;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which fields of a request its model lacks, so that quote ignores them and queue refuses them. */
@Verified(on = "2026-10-02", source = "observed A1; api-facts 11 #29")
record DroppedFields(Editions editions) {

    /** What quote ignored of a request it priced. */
    Dropped byQuote(World world, BodyFields body) {
        return body.names().isEmpty() ? Dropped.NONE : lacking(world, body, name -> true);
    }

    /** What queue refused, if quote takes the same body without a word. */
    Dropped ofQueue(World world, BodyFields body, byte[] sent, Reply.Now refusal) {
        var refused = Waiting.refusedFields(refusal);
        var dropped = lacking(world, body, refused::contains);
        return dropped.fields().isEmpty() || !quotes(world, sent) ? Dropped.NONE : dropped;
    }

    private Dropped lacking(World world, BodyFields body, Predicate<String> named) {
        var lacking = editions.of(world.settings().behaviour().edition())
                .catalog()
                .find(body.model())
                .map(model -> lacking(model, body.names(), named))
                .orElse(Set.of());
        return lacking.isEmpty() ? Dropped.NONE : new Dropped(body.model(), lacking);
    }

    private static Set<String> lacking(Model model, Set<String> names, Predicate<String> named) {
        return Arrays.stream(Input.values())
                .filter(input -> names.contains(input.field()))
                .filter(input -> !model.rules().accepts(input))
                .map(Input::field)
                .filter(named)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean quotes(World world, byte[] sent) {
        var behaviour = world.settings().behaviour();
        Validator validator = editions.of(behaviour.edition()).validator();
        try {
            return validator.quote(Json.read(sent), behaviour.quirks()) instanceof Verdict.Accepted;
        } catch (IOException e) {
            return false;
        }
    }
}

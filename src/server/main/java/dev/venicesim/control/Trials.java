package dev.venicesim.control;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What tries requests on a copy of a world. */
@FunctionalInterface
public interface Trials {

    /**
     * Answers a request as the world would, and leaves the world as it is.
     *
     * @param edition the edition in which it is tried; that of the world if absent
     */
    CompletionStage<Outcome> run(World world, Request request, Optional<ApiEdition> edition);

    /**
     * Outcome of a trial.
     *
     * @param reply the reply; empty if the client would get none
     * @param why every decision, in order
     * @param before what the copy held before
     * @param after what it held afterwards
     */
    record Outcome(Optional<Reply.Now> reply, List<String> why, WorldState before, WorldState after) {}
}

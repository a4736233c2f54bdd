package dev.venicesim.download;

import dev.venicesim.error.Refusal;

/** Decision about a fetch: whether it is served; either way, the state to store. */
public sealed interface LinkDecision {

    LinkState state();

    /**
     * The file may be delivered.
     *
     * @param why one line for the trace
     */
    record Serve(LinkState state, String why) implements LinkDecision {}

    record Refuse(LinkState state, Refusal refusal) implements LinkDecision {}
}

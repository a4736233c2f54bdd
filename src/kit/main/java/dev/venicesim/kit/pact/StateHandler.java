package dev.venicesim.kit.pact;

import au.com.dius.pact.core.model.Interaction;

/** Handler of provider states: it makes so what an interaction says is given. */
interface StateHandler {

    /** Sets its states up; aborts or fails the test if that cannot be. */
    PreparedInteraction ready(Interaction interaction);

    /** Takes down what was set up. */
    void done(PreparedInteraction prepared);
}

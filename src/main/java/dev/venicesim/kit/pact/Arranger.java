package dev.venicesim.kit.pact;

import au.com.dius.pact.core.model.Interaction;

/** Makes so what an interaction says is given. */
interface Arranger {

    /** Sets its states up; aborts or fails the test if that cannot be. */
    Readied ready(Interaction interaction);

    /** Takes down what was set up. */
    void done(Readied readied);
}

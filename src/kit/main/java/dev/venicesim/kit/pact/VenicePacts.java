package dev.venicesim.kit.pact;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Consumers' pacts as JUnit tests, one for each interaction. A test class implements this and says with Pact's own
 * annotations which pacts it means: {@code @Provider} and {@code @PactFolder}, {@code @PactBroker} or {@code @PactUrl}.
 * Provider states are those of {@code docs/pact.md}; each interaction has a world of its own, whose key takes the place
 * of the one in the pact.
 */
public interface VenicePacts {

    /** Whom the pacts are verified against; a simulator of its own, unless overridden. */
    default PactTarget pactTarget() {
        return PactTarget.simulator();
    }

    /** Makes the request of one interaction and compares the answer. */
    @TestTemplate
    @ExtendWith(VenicePactProvider.class)
    default void holds(PactVerificationContext interaction) {
        interaction.verifyInteraction();
    }
}

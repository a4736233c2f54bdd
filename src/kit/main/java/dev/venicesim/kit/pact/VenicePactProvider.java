package dev.venicesim.kit.pact;

import au.com.dius.pact.provider.junit5.PactVerificationExtension;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * Pact's own finder of interactions, with the simulator's provider states in place of annotated methods; says what is
 * wrong with a pact that cannot be verified.
 */
public final class VenicePactProvider extends PactVerificationInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        PactFiles.of(context.getRequiredTestClass()).ifPresent(PactFiles::check);
        return found(context).map(VenicePactProvider::arranged);
    }

    private Stream<TestTemplateInvocationContext> found(ExtensionContext context) {
        try {
            return super.provideTestTemplateInvocationContexts(context);
        } catch (Exception e) { // Kotlin throws checked exceptions without saying so
            throw new ExtensionConfigurationException(
                    context.getRequiredTestClass().getSimpleName() + " has no pacts to verify: " + e.getMessage(), e);
        }
    }

    private static TestTemplateInvocationContext arranged(TestTemplateInvocationContext context) {
        return context instanceof PactVerificationExtension pact ? new Arranged(pact) : context;
    }

    /** An interaction of a pact whose states are set up in a world. */
    private record Arranged(PactVerificationExtension pact) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return pact.getDisplayName(index);
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new InteractionSetUp(pact.getInteraction()), pact);
        }
    }
}

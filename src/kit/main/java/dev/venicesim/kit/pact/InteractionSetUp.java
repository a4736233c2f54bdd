package dev.venicesim.kit.pact;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Set-up of an interaction: its states are set up before its request is made, and taken down after. */
final class InteractionSetUp implements BeforeTestExecutionCallback, AfterTestExecutionCallback {

    private static final Namespace NAMESPACE = Namespace.create(InteractionSetUp.class);

    /** Where Pact keeps what belongs to an interaction. */
    private static final Namespace PACTS_OWN = Namespace.create("pact-jvm");

    private final Interaction interaction;
    private Optional<PreparedInteraction> prepared = Optional.empty();

    InteractionSetUp(Interaction interaction) {
        this.interaction = interaction;
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        var pact = context.getStore(PACTS_OWN).get("interactionContext", PactVerificationContext.class);
        var target = opened(context);
        var ready = target.ready(interaction);
        prepared = Optional.of(ready);
        pact.setTarget(new ApiTarget(target.baseUrl(), ready.apiKey()));
        var execution = new HashMap<String, Object>(Map.of("providerState", ready.values()));
        pact.setExecutionContext(execution);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        prepared.ifPresent(opened(context)::done);
    }

    private static OpenTarget opened(ExtensionContext context) {
        var ofClass = context;
        while (ofClass.getTestMethod().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        var test = (VenicePacts) context.getRequiredTestInstance();
        return ofClass.getStore(NAMESPACE)
                .getOrComputeIfAbsent(OpenTarget.class, key -> OpenTarget.of(test.pactTarget()), OpenTarget.class);
    }
}

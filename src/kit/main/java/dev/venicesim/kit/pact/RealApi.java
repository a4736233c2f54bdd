package dev.venicesim.kit.pact;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opentest4j.TestAbortedException;

/**
 * A target without a control API: nothing can be arranged there, so an interaction that needs it, or that would cost
 * money, is skipped and says why.
 */
record RealApi(PactTarget target) implements StateHandler {

    private static final String FUNDED = "a funded key";
    private static final Set<String> CHARGED = Set.of("/video/queue", "/video/transcriptions");
    private static final Set<String> PAYMENTS = Set.of("payment-signature", "x-402-payment", "x-payment");

    @Override
    public PreparedInteraction ready(Interaction interaction) {
        interaction.getProviderStates().forEach(this::require);
        if (!target.maySpend() && costs(interaction)) {
            throw new TestAbortedException("\"" + interaction.getDescription() + "\" could cost money at "
                    + target.baseUrl() + ", so it was not sent; PactTarget.spending() allows it");
        }
        return new PreparedInteraction(Map.of(), target.apiKey(), Optional.empty());
    }

    private void require(ProviderState state) {
        var name = String.valueOf(state.getName());
        if (!name.equals(FUNDED)) {
            throw new TestAbortedException("the state \"" + name + "\" cannot be set up at " + target.baseUrl()
                    + ": only a simulator has a control API; verify this interaction against one");
        }
        if (target.apiKey().isEmpty()) {
            throw new TestAbortedException("the state \"" + name + "\" needs a key of one's own at " + target.baseUrl()
                    + "; give it by PactTarget.withApiKey");
        }
    }

    private static boolean costs(Interaction interaction) {
        if (!(interaction instanceof SynchronousRequestResponse http)) {
            return true;
        }
        var request = http.getRequest();
        var charged = CHARGED.stream().anyMatch(request.getPath()::endsWith)
                && request.getMethod().equalsIgnoreCase("POST");
        return charged
                || request.getHeaders().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(PAYMENTS::contains);
    }

    @Override
    public void done(PreparedInteraction prepared) {}
}

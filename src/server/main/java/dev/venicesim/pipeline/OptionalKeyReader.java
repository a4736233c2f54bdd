package dev.venicesim.pipeline;

import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.auth.AuthRequest;
import dev.venicesim.auth.Caller;
import dev.venicesim.auth.CallerAuthenticator;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Credential;
import java.util.List;
import java.util.Optional;

/** Key of a request that no operation asks who calls. */
final class OptionalKeyReader {

    private OptionalKeyReader() {}

    /** Empty without a key, and with one that is refused. */
    static Optional<Credential> request(Services services, Request request) {
        var quirks = services.worlds().anonymous().settings().behaviour().quirks();
        var asked = new AuthRequest(
                request.headerValues("Authorization"),
                List.of(),
                List.of(),
                AcceptedCredentials.OPTIONAL_KEY,
                List.of());
        return CallerAuthenticator.of(asked, quirks, services.time().now())
                .fold(
                        identity -> identity.caller() instanceof Caller.ApiKey key
                                ? Optional.of(Credential.apiKey(key.key()))
                                : Optional.empty(),
                        refusal -> Optional.empty());
    }
}

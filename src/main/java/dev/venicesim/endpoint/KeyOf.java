package dev.venicesim.endpoint;

import dev.venicesim.auth.Accepts;
import dev.venicesim.auth.AuthRequest;
import dev.venicesim.auth.Caller;
import dev.venicesim.auth.Who;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Credential;
import java.util.List;
import java.util.Optional;

/** Whose key a request carries, where no operation asks who calls. */
final class KeyOf {

    private KeyOf() {}

    /** Empty without a key, and with one that is refused. */
    static Optional<Credential> request(Desk desk, Request request) {
        var quirks = desk.worlds().anonymous().settings().behaviour().quirks();
        var asked = new AuthRequest(
                request.headerValues("Authorization"), List.of(), List.of(), Accepts.OPTIONAL_KEY, List.of());
        return Who.of(asked, quirks, desk.time().now())
                .fold(
                        identity -> identity.caller() instanceof Caller.ApiKey key
                                ? Optional.of(Credential.apiKey(key.key()))
                                : Optional.empty(),
                        refusal -> Optional.empty());
    }
}

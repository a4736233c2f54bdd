package dev.venicesim.pipeline;

import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Sha256;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Impersonation;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import dev.venicesim.world.WorldRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Impersonation for Pact: while a state waits for its request, that one request, if it carries a key, carries the
 * state's instead of its own.
 */
final class PactImpersonation implements Filter {

    private static final List<String> CREDENTIALS = List.of("Authorization", "SIGN-IN-WITH-X", "X-Sign-In-With-X");

    private final WorldRegistry worlds;

    PactImpersonation(WorldRegistry worlds) {
        this.worlds = worlds;
    }

    @Override
    public Exchange pass(Exchange exchange) {
        var request = exchange.request();
        if (worlds.anonymous().find(StateKinds.IMPERSONATION).isEmpty() || Preflight.is(request)) {
            return exchange;
        }
        return claim(fingerprint(request))
                .map(set -> exchange.with(exchange.incoming().as(new ImpersonatedRequest(request, set.apiKey()))))
                .orElse(exchange);
    }

    private Optional<Impersonation> claim(String fingerprint) {
        return worlds.anonymous().compute(StateKinds.IMPERSONATION, found -> {
            var taken = found.filter(set -> set.takes(fingerprint)).map(set -> set.after(fingerprint));
            return new Transition<>(taken.or(() -> found), taken);
        });
    }

    private static String fingerprint(Request request) {
        var sha = Sha256.digest();
        var line = request.method() + " " + request.path() + "?" + request.query() + "\n";
        sha.update(line.getBytes(StandardCharsets.UTF_8));
        // who asks, too: the same request of another key is another client's
        for (var credential : CREDENTIALS) {
            sha.update((request.header(credential).orElse("") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return Hex.digits(sha.digest(request.body()));
    }
}

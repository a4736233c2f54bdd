package dev.venicesim.control.pact;

import dev.venicesim.crypto.Hex;
import dev.venicesim.wire.Handler;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.StandIn;
import dev.venicesim.world.Step;
import dev.venicesim.world.Worlds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/** What stands before the API while a state waits for its request: that one request, if it carries a key, carries the state's instead of its own. */
public final class StandInFront implements Handler {

    private static final List<String> CREDENTIALS = List.of("Authorization", "SIGN-IN-WITH-X", "X-Sign-In-With-X");

    private final Worlds worlds;
    private final Handler next;

    public StandInFront(Worlds worlds, Handler next) {
        this.worlds = worlds;
        this.next = next;
    }

    @Override
    public Reply handle(Request request) {
        if (worlds.anonymous().find(Kinds.STAND_IN).isEmpty()
                || request.method().equals("OPTIONS")) {
            return next.handle(request);
        }
        return next.handle(take(fingerprint(request))
                .<Request>map(set -> new Rekeyed(request, set.apiKey()))
                .orElse(request));
    }

    private Optional<StandIn> take(String fingerprint) {
        return worlds.anonymous().compute(Kinds.STAND_IN, found -> {
            var taken = found.filter(set -> set.takes(fingerprint)).map(set -> set.after(fingerprint));
            return new Step<>(taken.or(() -> found), taken);
        });
    }

    private static String fingerprint(Request request) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var line = request.method() + " " + request.path() + "?" + request.query() + "\n";
            sha.update(line.getBytes(StandardCharsets.UTF_8));
            // who asks, too: the same request of another key is another client's
            for (var credential : CREDENTIALS) {
                sha.update((request.header(credential).orElse("") + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return Hex.digits(sha.digest(request.body()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}

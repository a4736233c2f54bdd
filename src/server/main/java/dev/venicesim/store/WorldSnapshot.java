package dev.venicesim.store;

import dev.venicesim.net.CredentialMask;
import dev.venicesim.world.Credential;
import dev.venicesim.world.World;
import dev.venicesim.world.WorldState;
import java.time.Instant;
import java.util.List;

/**
 * Snapshot of a world: what it held at an instant, without the credentials that saw it.
 *
 * @param takenAt when, in real time
 * @param keys the API keys that saw it, masked as its ledger and its limits name them, the first declared first
 * @param wallets the wallets that saw it
 * @param state what it held
 */
public record WorldSnapshot(Instant takenAt, List<String> keys, List<String> wallets, WorldState state) {

    /** A world as it stands. */
    public static WorldSnapshot of(World world, Instant now) {
        return of(world, world.state(), now);
    }

    /** A world as it stood. */
    public static WorldSnapshot of(World world, WorldState state, Instant then) {
        var credentials = world.settings().credentials();
        return new WorldSnapshot(
                then,
                names(credentials, Credential.Type.API_KEY),
                names(credentials, Credential.Type.WALLET),
                state.withoutCredentials());
    }

    /** Credentials as a world's values name them. */
    static List<String> names(List<Credential> credentials, Credential.Type type) {
        return credentials.stream()
                .filter(credential -> credential.type() == type)
                .map(credential -> type == Credential.Type.API_KEY
                        ? CredentialMask.maskKey(credential.value())
                        : credential.value())
                .toList();
    }
}

package dev.venicesim.endpoint;

import dev.venicesim.billing.x402.Challenge;
import dev.venicesim.journal.Journals;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Accounts;
import dev.venicesim.world.Ids;
import dev.venicesim.world.Worlds;
import java.time.Instant;

/** What every endpoint has at hand. */
public record Desk(Worlds worlds, Accounts accounts, Editions editions, Ids ids, TimeSource time, Journals journals) {

    private static final int NONCE_BYTES = 8;

    /** An invitation to sign in for whoever made a request, in the words by which it knows this server. */
    Challenge challenge(Request request, Instant now) {
        return new Challenge(request.origin() + request.path(), ids.hex(NONCE_BYTES), now);
    }
}

package dev.venicesim.service;

import dev.venicesim.api.Verified;
import dev.venicesim.billing.x402.Challenge;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.download.DownloadLinks;
import dev.venicesim.journal.Journals;
import dev.venicesim.scenario.ScenarioRepository;
import dev.venicesim.time.TimeSource;
import dev.venicesim.wire.Request;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.IdGenerator;
import dev.venicesim.world.WorldRegistry;
import java.time.Instant;

/**
 * Services of one running simulator, as pipeline, operations and control API share them.
 *
 * @param worlds who sees what
 * @param accounts the money of worlds
 * @param editions what is simulated of each edition
 * @param links the addresses of download links
 * @param ids makes ids
 * @param time real time
 * @param journals what was asked and answered
 * @param scenarioRepository the scenarios known by name
 */
public record Services(
        WorldRegistry worlds,
        AccountService accounts,
        Editions editions,
        DownloadLinks links,
        IdGenerator ids,
        TimeSource time,
        Journals journals,
        ScenarioRepository scenarioRepository) {

    private static final int NONCE_BYTES = 8;

    /** These services with other worlds, and what is kept beside them. */
    public Services over(
            WorldRegistry otherWorlds, AccountService theirs, IdGenerator otherIds, Journals otherJournals) {
        return new Services(otherWorlds, theirs, editions, links, otherIds, time, otherJournals, scenarioRepository);
    }

    /**
     * An invitation to sign in for whoever made a request, in the words by which it knows this server.
     *
     * @param quirks of the world by whose rules it is answered
     */
    @Verified(on = "2026-08-21", source = "docs/api/disagreements.md#letters-of-a-nonce")
    public Challenge challenge(Request request, Instant now, QuirkSettings quirks) {
        var nonce = quirks.is(ApiQuirk.SIGN_IN_NONCE, "url-safe") ? ids.urlSafeNonce() : ids.hex(NONCE_BYTES);
        return new Challenge(request.origin() + request.path(), nonce, now);
    }
}

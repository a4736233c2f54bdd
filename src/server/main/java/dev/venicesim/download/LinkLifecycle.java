package dev.venicesim.download;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.LinkErrors;
import dev.venicesim.error.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of a download link, as pure transitions over {@link LinkState}.
 *
 * <p>A link that is revoked or expired answers so whatever else holds and remembers nothing more. On a living one every
 * GET counts towards the burst, polling before completion included.
 *
 * @param settings numbers of the edition
 * @param quirks of the world
 */
@Verified(
        on = "2026-08-21",
        source = "docs/api/download-links.md#statuses-of-a-link, docs/api/disagreements.md#undocumented-link-answers")
public record LinkLifecycle(LinkSettings settings, QuirkSettings quirks) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Serves or refuses a request for the file. */
    public LinkDecision fetch(LinkState state, LinkFetch fetch) {
        if (state.revoked()) {
            return refuse(
                    state,
                    revoked(),
                    "the link was revoked by DELETE (docs/api/download-links.md, \"Deleting a link\")");
        }
        if (expired(state, fetch.now())) {
            return refuse(
                    state,
                    LinkErrors.expired(),
                    "the link ended at " + expiresAt(state) + " (docs/api/download-links.md, \"Using a link\")");
        }
        var recent = recent(state.recentGets(), fetch.now());
        if (fetch.kind().isGet()) {
            if (recent.size() >= settings.getsPerMinute()) {
                var why = settings.getsPerMinute() + " GETs within a minute are allowed"
                        + " (docs/api/download-links.md, \"Repeated fetches\", number chosen)";
                return refuse(state.withRecentGets(recent), LinkErrors.tooManyFetches(), why);
            }
            recent.add(fetch.now());
        }
        return answer(state.withRecentGets(recent), fetch);
    }

    private LinkDecision answer(LinkState state, LinkFetch fetch) {
        var known = state.addresses().contains(fetch.address());
        if (!known && state.addresses().size() >= settings.addresses()) {
            var why = "another " + settings.addresses() + " client addresses have used the link"
                    + " (docs/api/download-links.md, \"A link and its network\")";
            return refuse(state, LinkErrors.otherNetwork(), why);
        }
        var seen = known ? state : state.withAddresses(with(state.addresses(), fetch.address()));
        return switch (fetch.file()) {
            case NOT_READY ->
                refuse(
                        seen,
                        LinkErrors.notFound(),
                        "the job has no file yet (docs/api/download-links.md, \"Before a link is ready\")");
            case DELETED ->
                refuse(
                        seen,
                        LinkErrors.notFound(),
                        "the job's media were deleted (docs/api/download-links.md, \"Statuses of a link\")");
            case READY -> ready(seen, fetch);
        };
    }

    /** Those under way count too, or all who come at once would pass the last free read. */
    private LinkDecision ready(LinkState state, LinkFetch fetch) {
        var reads = state.fullReads() + " of " + settings.fullReads() + " full reads done"
                + (state.underWay() == 0 ? "" : ", " + state.underWay() + " under way");
        if (state.fullReads() + state.underWay() >= settings.fullReads()) {
            return refuse(
                    state,
                    LinkErrors.usedUp(),
                    reads + " (docs/api/download-links.md, \"Repeated fetches\", number chosen)");
        }
        return new LinkDecision.Serve(fetch.mayBeFullRead() ? state.begun() : state, reads);
    }

    /**
     * The link once a delivery that was under way has gone out without breaking off: only one that carried the whole
     * file from its first byte to its last, by range or not, is a full read.
     *
     * @param firstByte offset of the first byte sent
     * @param bytes how many were sent
     * @param total bytes of the file
     */
    public LinkState delivered(LinkState state, long firstByte, long bytes, long total) {
        return firstByte != 0 || bytes < total ? brokenOff(state) : state.ended(1);
    }

    /** The link once a delivery that was under way has broken off, or turned out to deliver nothing. */
    public LinkState brokenOff(LinkState state) {
        return state.underWay() == 0 ? state : state.ended(0);
    }

    /** The link after DELETE, which answers 204 however often it is called. */
    public LinkState revoke(LinkState state) {
        return state.revoked() ? state : state.revokedByOwner();
    }

    /** When a link ends, by the world's clock; at this instant it has. */
    Instant expiresAt(LinkState state) {
        return state.issuedAt().plus(settings.validFor());
    }

    private boolean expired(LinkState state, Instant now) {
        return !now.isBefore(expiresAt(state));
    }

    private ApiError revoked() {
        return quirks.is(ApiQuirk.DELETED_LINK, "404") ? LinkErrors.notFound() : LinkErrors.revoked();
    }

    private static List<Instant> recent(List<Instant> gets, Instant now) {
        var recent = new ArrayList<Instant>(gets.size() + 1);
        for (var get : gets) {
            if (get.plus(MINUTE).isAfter(now)) {
                recent.add(get);
            }
        }
        return recent;
    }

    private static List<String> with(List<String> addresses, String another) {
        var more = new ArrayList<>(addresses);
        more.add(another);
        return more;
    }

    private static LinkDecision refuse(LinkState state, ApiError error, String why) {
        return new LinkDecision.Refuse(state, new Refusal(error, why));
    }
}

package dev.venicesim.media.link;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.ApiError;
import dev.venicesim.error.LinkErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verified;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of a download link, as pure transitions over {@link LinkState}.
 *
 * <p>A link that is revoked or expired answers so whatever else holds and remembers nothing more. On a living one every GET counts towards the burst, polling
 * before completion included.
 *
 * @param settings numbers of the edition
 * @param quirks of the world
 */
@Verified(on = "2026-08-21", source = "api-facts 6 and 11 #61 #62; observed-behaviour A4")
public record Links(LinkSettings settings, Quirks quirks) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Serves or refuses a request for the file. */
    public LinkDecision fetch(LinkState state, Fetch fetch) {
        if (state.revoked()) {
            return refuse(state, revoked(), "the link was revoked by DELETE (api-facts 6)");
        }
        if (expired(state, fetch.now())) {
            return refuse(state, LinkErrors.expired(), "the link ended at " + expiresAt(state) + " (api-facts 6)");
        }
        var recent = recent(state.recentGets(), fetch.now());
        if (fetch.kind() == Fetch.Kind.GET) {
            if (recent.size() >= settings.getsPerMinute()) {
                var why = settings.getsPerMinute() + " GETs within a minute are allowed (api-facts 6, number chosen)";
                return refuse(state.withRecentGets(recent), LinkErrors.tooManyFetches(), why);
            }
            recent.add(fetch.now());
        }
        return answer(state.withRecentGets(recent), fetch);
    }

    private LinkDecision answer(LinkState state, Fetch fetch) {
        var known = state.addresses().contains(fetch.address());
        if (!known && state.addresses().size() >= settings.addresses()) {
            var why = "another " + settings.addresses() + " client addresses have used the link (api-facts 6)";
            return refuse(state, LinkErrors.otherNetwork(), why);
        }
        var seen = known ? state : state.withAddresses(with(state.addresses(), fetch.address()));
        return switch (fetch.file()) {
            case NOT_READY -> refuse(seen, LinkErrors.notFound(), "the job has no file yet (api-facts 6)");
            case DELETED -> refuse(seen, LinkErrors.notFound(), "the job's media were deleted (api-facts 6)");
            case READY -> ready(seen);
        };
    }

    private LinkDecision ready(LinkState state) {
        var reads = state.fullReads() + " of " + settings.fullReads() + " full reads done";
        return state.fullReads() >= settings.fullReads()
                ? refuse(state, LinkErrors.usedUp(), reads + " (api-facts 6, number chosen)")
                : new LinkDecision.Serve(state, reads);
    }

    /**
     * Counts a delivery that went out without breaking off: only one that carried the whole file from its first byte to its last, by range or not, is a full
     * read.
     *
     * @param firstByte offset of the first byte sent
     * @param bytes how many were sent
     * @param total bytes of the file
     */
    public LinkState delivered(LinkState state, long firstByte, long bytes, long total) {
        if (firstByte != 0 || bytes < total) {
            return state;
        }
        return new LinkState(
                state.issuedAt(), state.fullReads() + 1, state.recentGets(), state.addresses(), state.revoked());
    }

    /** The link after DELETE, which answers 204 however often it is called. */
    public LinkState revoke(LinkState state) {
        return state.revoked() ? state : new LinkState(state.issuedAt(), state.fullReads(), List.of(), List.of(), true);
    }

    /** When a link ends, by the world's clock; at this instant it has. */
    Instant expiresAt(LinkState state) {
        return state.issuedAt().plus(settings.validFor());
    }

    private boolean expired(LinkState state, Instant now) {
        return !now.isBefore(expiresAt(state));
    }

    private ApiError revoked() {
        return quirks.is(Quirk.DELETED_LINK, "404") ? LinkErrors.notFound() : LinkErrors.revoked();
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

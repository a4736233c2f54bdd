package dev.venicesim.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.download.LinkSettings;
import dev.venicesim.jobs.JobJson;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.json.Json;
import dev.venicesim.money.Usd;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.AccountSelector;
import dev.venicesim.world.AccountService;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.World;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Calls that say what would happen if a world's clock went on to an instant. Nothing changes; since jobs are values
 * whose future is fixed, it is what happens when the clock does go there and nobody does anything else.
 */
final class DueCalls {

    static final QueryCheck QUERY = QueryCheck.of("until");

    private final AccountService accounts;
    private final NextDue nextDue;

    DueCalls(AccountService accounts, NextDue nextDue) {
        this.accounts = accounts;
        this.nextDue = nextDue;
    }

    /** Something that falls due. */
    private record Due(Instant at, String what, String queueId, String model, String state) {}

    /** Until an instant of the query, or until the next thing due. */
    Reply show(World world, Request request) {
        var now = world.now();
        var next = nextDue.of(world);
        var until =
                request.parameter("until").map(DueCalls::instant).or(() -> next).orElse(now);
        var json = Json.object()
                .put("now", now.toString())
                .put("until", until.toString())
                .put("next", next.map(Instant::toString).orElse(null));
        var dues = until.isAfter(now) ? dues(world, now, until) : List.<Due>of();
        json.put("jobsEnd", count(dues, "job-ends"))
                .put("jobsExpire", count(dues, "job-expires"))
                .put("linksExpire", count(dues, "link-expires"))
                .put("backUsd", back(world, now, until).number());
        write(json.putArray("due"), dues);
        return Reply.json(200, json);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.badRequest(
                    "until wants an instant such as 2026-11-23T10:00:00Z, not \"" + text + "\"");
        }
    }

    private static long count(List<Due> dues, String what) {
        return dues.stream().filter(due -> due.what().equals(what)).count();
    }

    private static List<Due> dues(World world, Instant now, Instant until) {
        var dues = new ArrayList<Due>();
        for (var job : world.list(StateKinds.JOB, StateStore.Page.ALL)) {
            ending(job, now, until).ifPresent(dues::add);
            expiring(job, now, until).ifPresent(dues::add);
        }
        links(world, now, until, dues);
        dues.sort(Comparator.comparing(Due::at));
        return dues;
    }

    private static Optional<Due> ending(VideoJob job, Instant now, Instant until) {
        return job.endsAt()
                .filter(at -> at.isAfter(now) && !at.isAfter(until) && !job.deleted())
                .map(at -> due(job, at, "job-ends"));
    }

    private static Optional<Due> expiring(VideoJob job, Instant now, Instant until) {
        return Optional.of(job.timeline().expiresAt())
                .filter(at -> at.isAfter(now) && !at.isAfter(until) && !job.deleted())
                .map(at -> due(job, at, "job-expires"));
    }

    private static Due due(VideoJob job, Instant at, String what) {
        return new Due(at, what, job.queueId(), job.order().model(), JobJson.state(job.at(at)));
    }

    private static void links(World world, Instant now, Instant until, List<Due> dues) {
        var says = world.settings().behaviour().scenario().settings().links();
        var lifetime = says.lifetime().orElse(LinkSettings.documented().validFor());
        for (var job : world.list(StateKinds.JOB, StateStore.Page.ALL)) {
            world.find(StateKinds.LINK, job.queueId())
                    .filter(link -> !link.revoked())
                    .map(link -> link.issuedAt().plus(lifetime))
                    .filter(at -> at.isAfter(now) && !at.isAfter(until))
                    .ifPresent(at -> dues.add(due(job, at, "link-expires")));
        }
    }

    /** What comes back to the accounts: their dollars then, less those now. */
    private Usd back(World world, Instant now, Instant until) {
        var back = Usd.ZERO;
        for (var selector : AccountSelector.values()) {
            var before = accounts.foreseen(world, selector, now).available();
            var after = accounts.foreseen(world, selector, until).available();
            back = back.plus(after.minus(before));
        }
        return back;
    }

    private static void write(ArrayNode list, List<Due> dues) {
        for (var due : dues) {
            ObjectNode json = list.addObject()
                    .put("at", due.at().toString())
                    .put("what", due.what())
                    .put("queueId", due.queueId())
                    .put("model", due.model());
            json.put("state", due.state());
        }
    }
}

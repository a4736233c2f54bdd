package dev.venicesim.control;

import dev.venicesim.jobs.Job;
import dev.venicesim.jobs.JobJson;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.OutcomeJson;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;
import dev.venicesim.world.Store;
import dev.venicesim.world.World;
import java.util.Optional;
import java.util.Set;

/** Reading jobs, and deciding about them: the strongest voice there is. */
final class JobCalls {

    Reply list(World world) {
        var body = Json.object();
        var jobs = body.putArray("jobs");
        var now = world.now();
        world.list(Kinds.JOB, Store.Page.ALL).forEach(job -> jobs.add(JobJson.write(job, now)));
        return Reply.json(200, body);
    }

    Reply show(World world, String queueId) {
        return Reply.json(200, JobJson.write(named(world, queueId), world.now()));
    }

    Reply decide(World world, String queueId, Request request) {
        named(world, queueId);
        var body = Body.of(request).knowing(Set.of("finish", "outcome"));
        if (!body.has("finish") && !body.has("outcome")) {
            throw Problem.badRequest("say what becomes of the job: finish or outcome");
        }
        var outcome = outcome(body);
        var finish = body.bool("finish").orElse(false);
        var now = world.now();
        try {
            var decided = world.<Job, Optional<Job>>compute(Kinds.JOB, queueId, found -> {
                var job = found.map(before -> outcome.map(fate -> before.withOutcome(fate, now))
                                .orElse(before))
                        .map(before -> finish ? before.finish(now) : before);
                return new Step<>(job, job);
            });
            return Reply.json(200, JobJson.write(decided.orElseThrow(() -> unknown(queueId)), now));
        } catch (IllegalStateException e) {
            throw Problem.conflict(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Outcome> outcome(Body body) {
        if (!body.has("outcome")) {
            return Optional.empty();
        }
        try {
            return Optional.of(OutcomeJson.read(body.node().get("outcome")));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static Job named(World world, String queueId) {
        return world.find(Kinds.JOB, queueId).orElseThrow(() -> unknown(queueId));
    }

    private static Problem unknown(String queueId) {
        return Problem.notFound("this world has no job " + queueId);
    }
}

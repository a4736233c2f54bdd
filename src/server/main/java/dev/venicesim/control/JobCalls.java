package dev.venicesim.control;

import dev.venicesim.jobs.JobJson;
import dev.venicesim.jobs.JobState;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.OutcomeJson;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.json.Json;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.StateStore;
import dev.venicesim.world.Transition;
import dev.venicesim.world.World;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** Calls that read jobs, and decide about them: the strongest voice there is. */
final class JobCalls {

    Reply list(World world) {
        var body = Json.object();
        var jobs = body.putArray("jobs");
        var now = world.now();
        world.list(StateKinds.JOB, StateStore.Page.ALL).forEach(job -> jobs.add(JobJson.write(job, now)));
        return Reply.json(200, body);
    }

    Reply show(World world, String queueId) {
        return Reply.json(200, JobJson.write(named(world, queueId), world.now()));
    }

    /** The video of a finished job, for the eyes of whoever looks at the world; its client has noticed nothing. */
    static Reply video(World world, String queueId, Request request, ControlContext.Videos videos) {
        var job = named(world, queueId);
        if (!(job.at(world.now()) instanceof JobState.Completed)) {
            throw ProblemException.conflict(
                    "job " + queueId + " has no video now; it is " + JobJson.state(job.at(world.now())));
        }
        return videos.deliver(job, world.settings().behaviour().seed(), request)
                .map(reply -> reply.with("Content-Disposition", "inline"));
    }

    Reply decide(World world, String queueId, Request request) {
        named(world, queueId);
        var body = ControlBody.of(request).knowing(Set.of("finish", "outcome"));
        if (!body.has("finish") && !body.has("outcome")) {
            throw ProblemException.badRequest("say what becomes of the job: finish or outcome");
        }
        var outcome = outcome(body);
        var finish = body.bool("finish").orElse(false);
        // requests know an instant to the millisecond: a job that ends now has ended for the next one
        var now = world.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            var decided = world.<VideoJob, Optional<VideoJob>>compute(StateKinds.JOB, queueId, found -> {
                var job = found.map(before -> outcome.map(fate -> before.withOutcome(fate, now))
                                .orElse(before))
                        .map(before -> finish ? before.finish(now) : before);
                return new Transition<>(job, job);
            });
            return Reply.json(200, JobJson.write(decided.orElseThrow(() -> unknown(queueId)), now));
        } catch (IllegalStateException e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Outcome> outcome(ControlBody body) {
        if (!body.has("outcome")) {
            return Optional.empty();
        }
        try {
            return Optional.of(OutcomeJson.read(body.node().get("outcome")));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static VideoJob named(World world, String queueId) {
        return world.find(StateKinds.JOB, queueId).orElseThrow(() -> unknown(queueId));
    }

    private static ProblemException unknown(String queueId) {
        return ProblemException.notFound("this world has no job " + queueId);
    }
}

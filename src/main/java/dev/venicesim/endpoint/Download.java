package dev.venicesim.endpoint;

import dev.venicesim.jobs.Job;
import dev.venicesim.jobs.JobState;
import dev.venicesim.media.link.Fetch;
import dev.venicesim.media.link.LinkDecision;
import dev.venicesim.media.link.LinkState;
import dev.venicesim.media.link.Links;
import dev.venicesim.wire.Content;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a download link opens: {@code GET}, {@code HEAD} and {@code DELETE} of {@code /v1/share/read/<token>}, without credentials. */
final class Download {

    private final Clips clips;

    Download(Clips clips) {
        this.clips = clips;
    }

    /** The file, or why there is none. */
    Reply fetch(Call call, Job job) {
        var links = links(call);
        var kind = call.request().method().equals("HEAD") ? Fetch.Kind.HEAD : Fetch.Kind.GET;
        var fetch = new Fetch(kind, call.request().remoteAddress(), file(job, call), call.now());
        var decision = change(call, job, state -> links.fetch(state, fetch));
        if (decision instanceof LinkDecision.Refuse refuse) {
            return call.refuse(refuse.refusal());
        }
        call.why().note(((LinkDecision.Serve) decision).why());
        var seed = call.settings().behaviour().seed();
        return clips.deliver(job, seed, call.request(), (sent, total, whole) -> {
            if (whole) {
                change(
                        call,
                        job,
                        state ->
                                new LinkDecision.Serve(links.delivered(state, sent.first(), sent.length(), total), ""));
            }
        });
    }

    /** Ends the link. */
    Reply revoke(Call call, Job job) {
        var links = links(call);
        change(call, job, state -> new LinkDecision.Serve(links.revoke(state), ""));
        call.why().note("the link is revoked");
        return new Reply.Now(204, Map.of(), new Content.None());
    }

    private static Links links(Call call) {
        return call.playbook().links();
    }

    private static LinkDecision change(Call call, Job job, Function<LinkState, LinkDecision> transition) {
        return call.world().compute(Kinds.LINK, job.queueId(), found -> {
            var issued = found.orElseGet(() -> LinkState.issued(job.timeline().queuedAt()));
            var decision = transition.apply(issued);
            return new Step<>(Optional.of(decision.state()), decision);
        });
    }

    private static Fetch.File file(Job job, Call call) {
        var state = job.at(call.now());
        if (state instanceof JobState.Completed) {
            return Fetch.File.READY;
        }
        return state instanceof JobState.Gone ? Fetch.File.DELETED : Fetch.File.NOT_READY;
    }
}

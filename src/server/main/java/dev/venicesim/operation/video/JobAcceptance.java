package dev.venicesim.operation.video;

import dev.venicesim.catalog.Model;
import dev.venicesim.download.LinkState;
import dev.venicesim.download.LinkTarget;
import dev.venicesim.error.JobErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.JobOrder;
import dev.venicesim.jobs.VideoFormat;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.json.Json;
import dev.venicesim.pipeline.Effect;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.scenario.JobPlan;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.JobEviction;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import dev.venicesim.world.World;

/** Acceptance of a request that is paid for: its job is written, with its link, and the reply names both. */
final class JobAcceptance {

    private final Interner<VideoFormat> formats = new Interner<>();
    private final Services services;
    private final JobPlanning planning;
    private final ContentCheck content;

    JobAcceptance(Services services, JobPlanning planning, ContentCheck content) {
        this.services = services;
        this.planning = planning;
        this.content = content;
    }

    /** A simulator that is full refuses as the API does, before its memory is, and before anything is charged. */
    Verdict<ValidatedRequest> room(Exchange exchange, ValidatedRequest valid) {
        var quota = services.worlds().jobs();
        if (!quota.hasRoom(exchange.world())) {
            sweep(exchange);
        }
        return quota.hasRoom(exchange.world())
                ? Verdict.accept(valid)
                : Verdict.refuse(
                        JobErrors.atCapacity(),
                        "the simulator has no memory for more jobs of this world: reset it, move its clock two days on,"
                                + " or give the JVM more memory");
    }

    private void sweep(Exchange exchange) {
        JobEviction.sweep(
                exchange.world(), services.accounts(), services.worlds().jobs(), exchange.now());
    }

    /** A world that went meanwhile has no jobs to count. */
    private void count(World world) {
        services.worlds().jobs().queued(world);
        if (!services.worlds().has(world)) {
            services.worlds().jobs().dropped(world.id());
        }
    }

    OperationResult accept(Exchange exchange, PaidRequest paid) {
        var plan = planning.decide(exchange, paid.request());
        var job = job(exchange, paid, plan);
        var written =
                exchange.world().compute(StateKinds.JOB, job.queueId(), found -> Transition.to(found.orElse(job)));
        if (!written.equals(job)) {
            return exchange.refuse(new Refusal(
                    JobErrors.atCapacity(), "the world's clock ran on before the job was written: not charged"));
        }
        count(exchange.world());
        sweep(exchange);
        content.remember(exchange, paid.request(), job.queueId());
        var pace = plan.time().orElse(paid.request().plan().pace());
        var reply = reply(exchange, model(paid), job);
        exchange.why().note("accepted as " + job.queueId() + "; " + pace.words());
        return reply;
    }

    private VideoJob job(Exchange exchange, PaidRequest paid, JobPlan plan) {
        var valid = paid.request();
        var model = model(paid);
        var order = new JobOrder(
                paid.queueId(),
                model.id(),
                valid.request().prompt(),
                formats.of(VideoFormats.of(paid.clip(), valid.source())),
                paid.price(),
                services.links().handsOut(model, exchange.quirks()));
        var timeline = plan.timeline(
                valid.plan().pace(),
                model.id(),
                exchange.now(),
                exchange.policies().mediaLifetime());
        var planned = ContentCheck.outcome(valid, plan.outcome());
        var outcome = LateInputs.outcome(exchange, valid, planned, medium -> content.showsFace(exchange, medium));
        return VideoJob.accept(order, timeline, outcome);
    }

    private OperationResult reply(Exchange exchange, Model model, VideoJob job) {
        var world = exchange.world();
        var body = Json.object().put("model", model.id()).put("queue_id", job.queueId());
        if (job.order().link()) {
            world.compute(StateKinds.LINK, job.queueId(), none -> Transition.to(LinkState.issued(exchange.now())));
            var target = new LinkTarget(world.id(), job.queueId());
            body.put("download_url", services.links().url(exchange.request().origin(), target));
        }
        return new OperationResult(Reply.json(200, body).withDefaults(ModelHeaders.of(model)), new Effect.Queued(job));
    }

    private static Model model(PaidRequest paid) {
        return paid.request().request().model();
    }
}

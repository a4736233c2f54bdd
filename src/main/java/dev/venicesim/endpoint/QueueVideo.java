package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.auth.KeyTraits;
import dev.venicesim.billing.quote.Clip;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.Footage;
import dev.venicesim.jobs.Job;
import dev.venicesim.jobs.Order;
import dev.venicesim.json.Json;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.media.link.LinkState;
import dev.venicesim.media.link.LinkTarget;
import dev.venicesim.media.render.VideoShape;
import dev.venicesim.validation.QueueRequest;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Forgetting;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;
import java.util.Optional;

/** {@code POST /video/queue}: a request becomes a job, or one of the API's many refusals. Nothing is charged before the last step. */
final class QueueVideo implements Endpoint {

    /** Every simulated video plays at this rate. */
    private static final int FRAMES_PER_SECOND = 24;

    private final Desk desk;
    private final MediaInspection media;
    private final ContentCheck content;
    private final Planning planning;
    private final Till till;
    private final LinkDesk links;

    QueueVideo(Desk desk, LinkDesk links) {
        this.desk = desk;
        this.media = new MediaInspection();
        this.content = new ContentCheck();
        this.planning = new Planning();
        this.till = new Till(desk);
        this.links = links;
    }

    @Override
    public Reply answer(Call call) {
        return entitled(call)
                .then(entitled -> JsonBody.read(call.request(), call.quirks()))
                .then(body -> valid(call, body).then(request -> media.inspect(call, body, request)))
                .then(draft -> planning.plan(call, draft))
                .then(draft -> content.check(call, draft))
                .then(draft -> till.sell(call, draft))
                .fold(sold -> accept(call, sold), call::refuse);
    }

    private static Verdict<Caller> entitled(Call call) {
        var free = call.caller() instanceof Caller.ApiKey key && key.traits().magic() == KeyTraits.Magic.FREE;
        return free
                ? Verdict.refuse(AuthErrors.proOnly(), "the key starts with sk-free: for Pro users only (magic value)")
                : Verdict.accept(call.caller());
    }

    private Verdict<QueueRequest> valid(Call call, SlicedJson body) {
        return desk.editions().of(call.edition()).validator().queue(body.root(), call.quirks());
    }

    private Reply accept(Call call, Sale sale) {
        var draft = sale.draft();
        var model = draft.request().model();
        var linked = links.handsOut(model, call.quirks());
        var order = new Order(
                sale.queueId(), model.id(), draft.request().prompt(), footage(sale.clip()), sale.price(), linked);
        var plan = planning.decide(call, draft);
        var pace = draft.plan().pace();
        var timeline =
                plan.timeline(pace, model.id(), call.now(), call.playbook().mediaLifetime());
        var job = Job.accept(order, timeline, plan.outcome());
        call.world().compute(Kinds.JOB, job.queueId(), none -> Step.to(job));
        Forgetting.sweep(call.world(), desk.accounts(), call.now());
        content.remember(call, draft, job.queueId());
        var body = Json.object().put("model", model.id()).put("queue_id", job.queueId());
        if (linked) {
            call.world().compute(Kinds.LINK, job.queueId(), none -> Step.to(LinkState.issued(call.now())));
            body.put(
                    "download_url",
                    links.url(call.request(), new LinkTarget(call.world().id(), job.queueId())));
        }
        call.why()
                .note("accepted as " + job.queueId() + ", "
                        + plan.time().orElse(pace).text());
        return Reply.json(200, body).withDefaults(ReplyHeaders.of(model));
    }

    /** What the finished video looks like. */
    private static Footage footage(Clip clip) {
        var upscaled = clip.outputWidth() > 0 && clip.outputHeight() > 0;
        var shape = upscaled
                ? VideoShape.upscaled(clip.outputWidth(), clip.outputHeight(), 1)
                : VideoShape.of(Optional.of(clip.resolution()), Optional.of(clip.aspectRatio()));
        return new Footage(shape.width(), shape.height(), FRAMES_PER_SECOND, clip.length(), clip.sound());
    }
}

package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.auth.KeyTraits;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.JobErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.Footage;
import dev.venicesim.jobs.Job;
import dev.venicesim.jobs.Order;
import dev.venicesim.json.Json;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.media.link.LinkState;
import dev.venicesim.media.link.LinkTarget;
import dev.venicesim.validation.QueueRequest;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Consents;
import dev.venicesim.world.Forgetting;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;

/** {@code POST /video/queue}: a request becomes a job, or one of the API's many refusals. Nothing is charged before the last step. */
final class QueueVideo implements Endpoint {

    private final Shared<Footage> shots = new Shared<>();
    private final Desk desk;
    private final MediaInspection media;
    private final ContentCheck content;
    private final Planning planning;
    private final Till till;
    private final LinkDesk links;

    QueueVideo(Desk desk, LinkDesk links) {
        this.desk = desk;
        this.media = new MediaInspection();
        this.content = new ContentCheck(new Consents(desk.worlds()));
        this.planning = new Planning();
        this.till = new Till(desk);
        this.links = links;
    }

    @Override
    public Reply answer(Call call) {
        return entitled(call)
                .then(caller -> till.admit(call))
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
        return desk.editions()
                .of(call.edition())
                .validator()
                .queue(body.root(), call.quirks())
                .then(request -> Sunset.check(call, request.model()).then(model -> Verdict.accept(request)));
    }

    private Reply accept(Call call, Sale sale) {
        var draft = sale.draft();
        var model = draft.request().model();
        var linked = links.handsOut(model, call.quirks());
        var order = new Order(
                sale.queueId(),
                model.id(),
                draft.request().prompt(),
                shots.of(Shot.of(sale.clip(), draft.source())),
                sale.price(),
                linked);
        var plan = planning.decide(call, draft);
        var pace = draft.plan().pace();
        var timeline =
                plan.timeline(pace, model.id(), call.now(), call.playbook().mediaLifetime());
        var job = Job.accept(order, timeline, ContentCheck.outcome(draft, plan.outcome()));
        var written = call.world().compute(Kinds.JOB, job.queueId(), found -> Step.to(found.orElse(job)));
        if (!written.equals(job)) {
            return call.refuse(new Refusal(
                    JobErrors.atCapacity(), "the world's clock ran on before the job was written: not charged"));
        }
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
}

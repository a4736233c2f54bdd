package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.auth.Credentials;
import dev.venicesim.auth.KeyTraits;
import dev.venicesim.billing.Change;
import dev.venicesim.billing.Purchase;
import dev.venicesim.billing.Shortages;
import dev.venicesim.billing.quote.Clip;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.Job;
import dev.venicesim.jobs.JobTimes;
import dev.venicesim.jobs.Order;
import dev.venicesim.json.Json;
import dev.venicesim.media.link.LinkState;
import dev.venicesim.media.link.LinkTarget;
import dev.venicesim.money.Usd;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Kinds;
import dev.venicesim.world.Step;

/** {@code POST /video/queue}: a request becomes a job, or one of the API's many refusals. Nothing is charged before the last step. */
final class QueueVideo implements Endpoint {

    private final Desk desk;
    private final Drafting drafting;
    private final LinkDesk links;

    QueueVideo(Desk desk, LinkDesk links) {
        this.desk = desk;
        this.drafting = new Drafting(desk);
        this.links = links;
    }

    /** A draft with its price, bought. */
    private record Bought(Draft draft, Clip clip, Usd price, String queueId) {}

    @Override
    public Reply answer(Call call) {
        return entitled(call)
                .then(entitled -> JsonBody.read(call.request(), call.quirks()))
                .then(body -> drafting.draft(call, body))
                .then(draft -> buy(call, draft))
                .fold(bought -> accept(call, bought), call::refuse);
    }

    private static Verdict<Caller> entitled(Call call) {
        var free = call.caller() instanceof Caller.ApiKey key && key.traits().magic() == KeyTraits.Magic.FREE;
        return free
                ? Verdict.refuse(AuthErrors.proOnly(), "the key starts with sk-free: for Pro users only (magic value)")
                : Verdict.accept(call.caller());
    }

    private Verdict<Bought> buy(Call call, Draft draft) {
        var model = draft.request().model();
        var clip = dev.venicesim.billing.quote.Clips.of(model, draft.priced());
        var price = desk.editions().of(call.edition()).quotes().quote(model, draft.priced());
        var bought = new Bought(draft, clip, price, desk.ids().uuidV7(call.now()));
        var change = desk.accounts().pay(call.world(), call.purse(), account -> call.caller() instanceof Caller.Wallet
                ? account.hold(purchase(call, bought), price, call.now())
                : account.charge(purchase(call, bought), price, call.now()));
        if (change instanceof Change.Short shortage) {
            return Verdict.refuse(Shortages.refusal(shortage, call.quirks().is(Quirk.ERROR_CODES, "on")));
        }
        call.why().note("quoted and " + (call.caller() instanceof Caller.Wallet ? "held " : "charged ") + price);
        return Verdict.accept(bought);
    }

    private static Purchase purchase(Call call, Bought bought) {
        var model = bought.draft().request().model();
        var clip = bought.clip();
        var seconds = Math.toIntExact(clip.billed().toSeconds());
        var sku = Purchase.sku(model.id(), seconds + "s", clip.resolution(), clip.sound());
        return new Purchase(bought.queueId(), model.id(), keyId(call.caller()), sku, seconds);
    }

    private static String keyId(Caller caller) {
        if (caller instanceof Caller.ApiKey key) {
            return Credentials.maskKey(key.key());
        }
        return caller instanceof Caller.Wallet wallet ? wallet.address().toString() : "";
    }

    private Reply accept(Call call, Bought bought) {
        var draft = bought.draft();
        var model = draft.request().model();
        var linked = links.handsOut(model, call.quirks());
        var order = new Order(
                bought.queueId(), model.id(), draft.request().prompt(), Drafting.footage(bought.clip()), bought.price(), linked);
        var timeline = JobTimes.timeline(draft.plan().pace(), model.id(), call.now());
        var job = Job.accept(order, timeline, draft.plan().outcome());
        call.world().compute(Kinds.JOB, job.queueId(), none -> Step.to(job));
        var body = Json.object().put("model", model.id()).put("queue_id", job.queueId());
        if (linked) {
            call.world().compute(Kinds.LINK, job.queueId(), none -> Step.to(LinkState.issued(call.now())));
            body.put("download_url", links.url(call.request(), new LinkTarget(call.world().id(), job.queueId())));
        }
        call.why().note("accepted as " + job.queueId() + ", " + draft.plan().pace().text());
        return Reply.json(200, body).withDefaults(ReplyHeaders.of(model));
    }
}

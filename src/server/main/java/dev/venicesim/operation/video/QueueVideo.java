package dev.venicesim.operation.video;

import dev.venicesim.auth.Caller;
import dev.venicesim.auth.KeyTraits;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationHandler;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.service.Services;
import dev.venicesim.validation.QueueRequest;
import dev.venicesim.world.ConsentService;

/**
 * Operation {@code POST /video/queue}: a request becomes a job, or one of the API's many refusals. Nothing is charged
 * before the last step.
 */
public final class QueueVideo implements OperationHandler {

    private final Services services;
    private final MediaInspection media;
    private final ContentCheck content;
    private final JobPlanning planning;
    private final Checkout checkout;
    private final JobAcceptance acceptance;

    public QueueVideo(Services services) {
        this.services = services;
        this.media = new MediaInspection();
        this.content = new ContentCheck(new ConsentService(services.worlds()));
        this.planning = new JobPlanning();
        this.checkout = new Checkout(services);
        this.acceptance = new JobAcceptance(services, planning, content);
    }

    @Override
    public OperationResult answer(Exchange exchange) {
        return entitled(exchange)
                .then(caller -> checkout.admit(exchange))
                .then(entitled -> JsonBody.read(exchange.request(), exchange.quirks()))
                .then(body -> valid(exchange, body).then(request -> media.inspect(exchange, body, request)))
                .then(valid -> planning.plan(exchange, valid))
                .then(valid -> content.check(exchange, valid))
                .then(valid -> acceptance.room(exchange, valid))
                .then(valid -> checkout.sell(exchange, valid))
                .fold(paid -> acceptance.accept(exchange, paid), refusal -> refuse(exchange, refusal));
    }

    private static Verdict<Caller> entitled(Exchange exchange) {
        var free =
                exchange.caller() instanceof Caller.ApiKey key && key.traits().magic() == KeyTraits.Magic.FREE;
        return free
                ? Verdict.refuse(AuthErrors.proOnly(), "the key starts with sk-free: for Pro users only (magic value)")
                : Verdict.accept(exchange.caller());
    }

    private Verdict<QueueRequest> valid(Exchange exchange, SlicedJson body) {
        return services.editions()
                .of(exchange.edition())
                .validator()
                .queue(body.root(), exchange.quirks())
                .then(request -> DeprecationCheck.check(exchange, request.model())
                        .then(model -> allowed(exchange, model))
                        .then(model -> Verdict.accept(request)));
    }

    private static Verdict<Model> allowed(Exchange exchange, Model model) {
        var privateOnly =
                exchange.caller() instanceof Caller.ApiKey key && key.traits().magic() == KeyTraits.Magic.PRIVATE_ONLY;
        return privateOnly && !model.card().privacy().equals("private")
                ? Verdict.refuse(
                        AuthErrors.modelPrivacy(),
                        "the key starts with sk-private-only, and the model is not private (magic value)")
                : Verdict.accept(model);
    }

    private OperationResult refuse(Exchange exchange, Refusal refusal) {
        var edition = services.editions().of(exchange.edition());
        return exchange.refuse(refusal, DroppedFields.ofQueue(exchange, edition, refusal.error()));
    }
}

package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.billing.reads.WalletBalance;
import dev.venicesim.catalog.Deprecation;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.Quirk;
import dev.venicesim.error.Verified;
import dev.venicesim.wire.Headers;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Purse;
import java.util.function.UnaryOperator;

/** The headers of the API's replies that do not depend on the answer. {@code Content-Type} and {@code Date} are set where replies are made and sent. */
@Verified(on = "2026-08-21", source = "api-facts 1.15")
final class ReplyHeaders {

    private final Desk desk;

    ReplyHeaders(Desk desk) {
        this.desk = desk;
    }

    Headers always(Edition edition) {
        return Headers.of("CF-RAY", desk.ids().ray(), "x-venice-version", edition.apiVersion());
    }

    /** What an authenticated caller is told of its balance: a key's as it was before the request, a wallet's as the request left it. */
    UnaryOperator<Reply.Now> of(Call call) {
        if (call.caller() instanceof Caller.Wallet && call.quirks().is(Quirk.BALANCE_REMAINING, "on")) {
            return reply -> reply.status() < 300 ? reply.withDefaults(remaining(call)) : reply;
        }
        if (!(call.caller() instanceof Caller.ApiKey)) {
            return reply -> reply;
        }
        var before = before(call);
        return reply -> reply.withDefaults(before);
    }

    @Verified(
            on = "2026-08-21",
            source = "OpenAPI, 200 of queue, retrieve, complete and transcriptions; api-facts 11 #68")
    private Headers remaining(Call call) {
        var account = desk.accounts().glance(call.world(), Purse.WALLET);
        return Headers.of("X-Balance-Remaining", WalletBalance.remaining(account));
    }

    private Headers before(Call call) {
        var balances = desk.accounts().glance(call.world(), call.purse()).balances();
        return Headers.of(
                "x-venice-balance-usd", balances.usd().number().toPlainString(),
                "x-venice-balance-diem", balances.diem().number().toPlainString());
    }

    /** What a reply of a model says of it. */
    static Headers of(Model model) {
        var headers = new Headers.Builder();
        headers.add("x-venice-model-id", model.id());
        headers.add("x-venice-model-name", model.card().name());
        headers.add("x-venice-model-router", model.id());
        for (var end : model.card().deprecation()) {
            headers.add("x-venice-model-deprecation-date", end.date());
            headers.add("x-venice-model-deprecation-warning", warning(model, end));
        }
        return headers.build();
    }

    /** The header is documented, its text is not; this one is ours. */
    private static String warning(Model model, Deprecation end) {
        return "The model " + model.id() + " is deprecated and will be removed on " + end.removesAt()
                + end.replacementModel()
                        .map(other -> "; use " + other + " instead")
                        .orElse("");
    }
}

package dev.venicesim.endpoint;

import dev.venicesim.auth.Caller;
import dev.venicesim.catalog.Edition;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.Verified;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of the API's replies that do not depend on the answer. {@code Content-Type} and {@code Date} are set where replies are made and sent. */
@Verified(on = "2026-08-21", source = "api-facts 1.15")
final class ReplyHeaders {

    private final Desk desk;

    ReplyHeaders(Desk desk) {
        this.desk = desk;
    }

    Map<String, String> always(Edition edition) {
        return Map.of("CF-RAY", desk.ids().ray(), "x-venice-version", edition.apiVersion());
    }

    /** What an authenticated caller is told of its balance: as it was before the request. */
    Map<String, String> before(Call call) {
        if (!(call.caller() instanceof Caller.ApiKey)) {
            return Map.of();
        }
        var balances = desk.accounts().glance(call.world(), call.purse()).balances();
        return Map.of(
                "x-venice-balance-usd", balances.usd().number().toPlainString(),
                "x-venice-balance-diem", balances.diem().number().toPlainString());
    }

    /** What a reply of a model says of it. */
    static Map<String, String> of(Model model) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-venice-model-id", model.id());
        headers.put("x-venice-model-name", model.card().name());
        headers.put("x-venice-model-router", model.id());
        return headers;
    }
}

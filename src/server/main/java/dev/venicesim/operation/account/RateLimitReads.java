package dev.venicesim.operation.account;

import dev.venicesim.api.Verified;
import dev.venicesim.auth.Caller;
import dev.venicesim.auth.KeyTraits;
import dev.venicesim.billing.reads.RateLimitLog;
import dev.venicesim.billing.reads.RateLimits;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.Model;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.limits.PublishedLimits;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.AccountSelector;
import dev.venicesim.world.StateKinds;

/** Reads of {@code GET /api_keys/rate_limits} and its log. */
public final class RateLimitReads {

    private final Services services;

    public RateLimitReads(Services services) {
        this.services = services;
    }

    public OperationResult limits(Exchange exchange) {
        var models = services.editions().of(exchange.edition()).catalog().listed().stream()
                .map(Model::id)
                .toList();
        var account = services.accounts().read(exchange.world(), AccountSelector.KEYS, exchange.now());
        var rows = PublishedLimits.json(models);
        return OperationResult.of(Reply.json(200, RateLimits.render(account, rows, exchange.now())));
    }

    @Verified(on = "2026-10-02", source = "docs/api/limits-and-headers.md#log-of-refused-requests")
    public OperationResult log(Exchange exchange) {
        var admin =
                exchange.caller() instanceof Caller.ApiKey key && key.traits().kind() == KeyTraits.Kind.ADMIN;
        if (!admin && exchange.quirks().is(ApiQuirk.LOG_KEY, "admin")) {
            return exchange.refuse(new Refusal(AuthErrors.adminKeyRequired(), "quirk rate-limit-log-key=admin"));
        }
        var log = exchange.world().find(StateKinds.RATE_LIMIT_LOG).orElse(RateLimitLog.EMPTY);
        return OperationResult.of(Reply.json(200, RateLimits.log(log)));
    }
}

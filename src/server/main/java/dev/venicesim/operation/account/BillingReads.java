package dev.venicesim.operation.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.api.Verified;
import dev.venicesim.auth.Caller;
import dev.venicesim.billing.Ledger;
import dev.venicesim.billing.LedgerAccount;
import dev.venicesim.billing.reads.AnalyticsQuery;
import dev.venicesim.billing.reads.BillingBalance;
import dev.venicesim.billing.reads.UsageAnalytics;
import dev.venicesim.billing.reads.UsageCsv;
import dev.venicesim.billing.reads.UsageHistory;
import dev.venicesim.billing.reads.UsagePage;
import dev.venicesim.billing.reads.UsagePeriods;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.PathErrors;
import dev.venicesim.error.PaymentErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.pipeline.OperationResult;
import dev.venicesim.service.Services;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.AccountSelector;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;

/** Reads of {@code GET /billing/...}: what an account holds and has used. */
public final class BillingReads {

    private final Services services;

    public BillingReads(Services services) {
        this.services = services;
    }

    public OperationResult balance(Exchange exchange) {
        return OperationResult.of(Reply.json(200, BillingBalance.render(account(exchange))));
    }

    /** Numbered pages; where the edition says that it is gone, 410 for everybody, credentials or not. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/billing.md#usage-is-gone, docs/api/disagreements.md#end-of-billing-usage")
    public OperationResult usage(Exchange exchange) {
        var gone = exchange.edition().gone().get("GET /billing/usage");
        if (gone != null) {
            return exchange.refuse(new Refusal(PaymentErrors.billingUsageSunset(), gone));
        }
        if (!(exchange.caller() instanceof Caller.ApiKey)) {
            return exchange.refuse(new Refusal(AuthErrors.authenticationFailed(), "the route needs a good bearer key"));
        }
        var asked = QueryParameters.of(
                exchange.request(), "currency", "startDate", "endDate", "limit", "page", "sortOrder");
        return QueryParameters.answer(exchange, UsagePage.parse(asked), query -> {
            var page = UsagePage.render(account(exchange), query);
            var reply = wantsCsv(exchange)
                    ? csv(page.body()).with("Content-Disposition", UsageCsv.usageAttachment())
                    : Reply.json(200, page.body());
            return reply.withDefaults(page.headers());
        });
    }

    /** Cursor pages, unless the edition says that it is not there yet. */
    @Verified(on = "2026-08-21", source = "docs/api/billing.md#usage-history")
    public OperationResult history(Exchange exchange) {
        var absent = exchange.edition().absent().get("GET /billing/usage-history");
        if (absent != null) {
            var request = exchange.request();
            return exchange.refuse(new Refusal(PathErrors.notSimulated(request.method(), request.path()), absent));
        }
        var asked = QueryParameters.of(
                exchange.request(), "currency", "startTimestamp", "endTimestamp", "pageSize", "cursor");
        var account = account(exchange);
        var owner = exchange.world().id();
        return QueryParameters.answer(
                exchange,
                UsageHistory.parse(asked, account, owner),
                query -> historyPage(exchange, UsageHistory.render(account, query, owner)));
    }

    /** The cursor of the next page is in the body, or, since CSV has no place for it, in a header. */
    private static Reply historyPage(Exchange exchange, ObjectNode page) {
        if (!wantsCsv(exchange)) {
            return Reply.json(200, page);
        }
        var reply = csv(page).with("Content-Disposition", UsageCsv.historyAttachment(exchange.now()));
        var next = page.path("nextCursor");
        return next.isTextual() ? reply.with("x-next-cursor", next.textValue()) : reply;
    }

    private static boolean wantsCsv(Exchange exchange) {
        return exchange.request().header("Accept").filter(UsageCsv::isAskedFor).isPresent();
    }

    private static Reply.Now csv(ObjectNode page) {
        return Reply.bytes(200, UsageCsv.TYPE, UsageCsv.render(page));
    }

    public OperationResult analytics(Exchange exchange) {
        var asked = QueryParameters.of(exchange.request(), "lookback", "startDate", "endDate");
        return QueryParameters.answer(exchange, AnalyticsQuery.parse(asked, exchange.now()), query -> {
            var account = account(exchange);
            var kept = kept(exchange, query.label(), account.ledger());
            var asOf = query.at(exchange.now(), kept.at());
            return Reply.json(200, UsageAnalytics.render(account, asOf, kept.entries(), names(exchange)));
        });
    }

    /** When the sums of a period were made: now, or up to ten minutes ago. */
    private static UsagePeriods.Kept kept(Exchange exchange, String period, Ledger ledger) {
        var now = exchange.now();
        var kept = exchange.world().<UsagePeriods, UsagePeriods.Kept>compute(StateKinds.USAGE_PERIODS, found -> {
            var before = found.orElse(UsagePeriods.NONE);
            var made = before.find(period, now);
            var fresh = new UsagePeriods.Kept(period, now, ledger.folded() + ledger.size());
            return made.map(held -> new Transition<>(found, held))
                    .orElseGet(() -> Transition.to(before.plus(fresh), fresh));
        });
        if (!kept.at().equals(now)) {
            exchange.why().note("sums of " + kept.at() + ", which are kept for 10 minutes");
        }
        return kept;
    }

    private UsageAnalytics.Names names(Exchange exchange) {
        var catalog = services.editions().of(exchange.edition()).catalog();
        return new UsageAnalytics.Names(
                id -> catalog.find(id).map(model -> model.card().name()).orElse(id), id -> id);
    }

    private LedgerAccount account(Exchange exchange) {
        return services.accounts().read(exchange.world(), AccountSelector.KEYS, exchange.now());
    }
}

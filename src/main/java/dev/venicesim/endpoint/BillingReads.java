package dev.venicesim.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.auth.Caller;
import dev.venicesim.billing.Account;
import dev.venicesim.billing.reads.AnalyticsQuery;
import dev.venicesim.billing.reads.BillingBalance;
import dev.venicesim.billing.reads.UsageAnalytics;
import dev.venicesim.billing.reads.UsageCsv;
import dev.venicesim.billing.reads.UsageHistory;
import dev.venicesim.billing.reads.UsagePage;
import dev.venicesim.catalog.Edition;
import dev.venicesim.error.AuthErrors;
import dev.venicesim.error.PathErrors;
import dev.venicesim.error.PaymentErrors;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verified;
import dev.venicesim.wire.Reply;
import dev.venicesim.world.Purse;

/** {@code GET /billing/...}: what an account holds and has used. */
final class BillingReads {

    private final Desk desk;

    BillingReads(Desk desk) {
        this.desk = desk;
    }

    Reply balance(Call call) {
        return Reply.json(200, BillingBalance.render(account(call)));
    }

    /** Numbered pages in the older edition; in the newer, 410 for everybody, credentials or not. */
    @Verified(on = "2026-08-21", source = "api-facts 1.12, 11 #63")
    Reply usage(Call call) {
        if (call.edition() == Edition.E2026_08_21) {
            return call.refuse(
                    new Refusal(PaymentErrors.billingUsageSunset(), "gone in this edition (api-facts 1.12)"));
        }
        if (!(call.caller() instanceof Caller.ApiKey)) {
            return call.refuse(new Refusal(AuthErrors.authenticationFailed(), "the route needs a good bearer key"));
        }
        var asked = Parameters.of(call.request(), "currency", "startDate", "endDate", "limit", "page", "sortOrder");
        return Parameters.answer(call, UsagePage.parse(asked), query -> {
            var page = UsagePage.render(account(call), query);
            var reply = wantsCsv(call)
                    ? csv(page.body()).with("Content-Disposition", UsageCsv.usageAttachment())
                    : Reply.json(200, page.body());
            return reply.withDefaults(page.headers());
        });
    }

    /** Cursor pages; not there yet in the older edition. */
    @Verified(on = "2026-08-21", source = "api-facts 1.13")
    Reply history(Call call) {
        if (call.edition() == Edition.E2026_06_17) {
            var request = call.request();
            return call.refuse(new Refusal(
                    PathErrors.notSimulated(request.method(), request.path()),
                    "usage-history appeared on 2026-07-08; edition 2026-08-21 has it (api-facts 1.13)"));
        }
        var asked = Parameters.of(call.request(), "currency", "startTimestamp", "endTimestamp", "pageSize", "cursor");
        var account = account(call);
        var owner = call.world().id();
        return Parameters.answer(
                call,
                UsageHistory.parse(asked, account, owner),
                query -> historyPage(call, UsageHistory.render(account, query, owner)));
    }

    /** The cursor of the next page is in the body, or, since CSV has no place for it, in a header. */
    private static Reply historyPage(Call call, ObjectNode page) {
        if (!wantsCsv(call)) {
            return Reply.json(200, page);
        }
        var reply = csv(page).with("Content-Disposition", UsageCsv.historyAttachment(call.now()));
        var next = page.path("nextCursor");
        return next.isTextual() ? reply.with("x-next-cursor", next.textValue()) : reply;
    }

    private static boolean wantsCsv(Call call) {
        return call.request().header("Accept").filter(UsageCsv::isAskedFor).isPresent();
    }

    private static Reply.Now csv(ObjectNode page) {
        return Reply.bytes(200, UsageCsv.TYPE, UsageCsv.render(page));
    }

    Reply analytics(Call call) {
        var asked = Parameters.of(call.request(), "lookback", "startDate", "endDate");
        return Parameters.answer(
                call,
                AnalyticsQuery.parse(asked, call.now()),
                query -> Reply.json(200, UsageAnalytics.render(account(call), query, names(call))));
    }

    private UsageAnalytics.Names names(Call call) {
        var catalog = desk.editions().of(call.edition()).catalog();
        return new UsageAnalytics.Names(
                id -> catalog.find(id).map(model -> model.card().name()).orElse(id), id -> id);
    }

    private Account account(Call call) {
        return desk.accounts().read(call.world(), Purse.KEYS);
    }
}

package dev.venicesim.endpoint;

import dev.venicesim.auth.Accepts;
import dev.venicesim.limits.LimitedCall;
import dev.venicesim.wire.RouteTable;

/** The operations about money: top-up and what a wallet may read, billing, rate limits; and transcriptions, whose only other room would be a hall. */
final class MoneyRoutes {

    private final RouteTable<Route> routes;

    private MoneyRoutes(RouteTable<Route> routes) {
        this.routes = routes;
    }

    static void addTo(RouteTable<Route> routes, Desk desk) {
        var add = new MoneyRoutes(routes);
        var wallet = new WalletReads(desk);
        var billing = new BillingReads(desk);
        var limits = new RateLimitReads(desk);
        routes.add(
                "POST",
                Api.ROOT + "/video/transcriptions",
                new Route(
                        "transcriptions",
                        Accepts.KEY_OR_WALLET,
                        LimitedCall.TRANSCRIPTIONS,
                        Route.Trait.COSTS,
                        new TranscribeVideo(desk)));
        routes.add(
                "POST",
                Api.ROOT + "/x402/top-up",
                new Route("topUp", Accepts.NOTHING, LimitedCall.TOP_UP, Route.Trait.READS, new TopUp(desk)));
        add.wallet("/x402/balance/{wallet}", LimitedCall.WALLET_BALANCE, wallet::balance);
        add.wallet("/x402/transactions/{wallet}", LimitedCall.WALLET_TRANSACTIONS, wallet::transactions);
        add.account("/billing/balance", Accepts.KEY, billing::balance);
        add.account("/billing/usage", Accepts.OPTIONAL_KEY, billing::usage);
        add.account("/billing/usage-history", Accepts.KEY, billing::history);
        add.account("/billing/usage-analytics", Accepts.KEY, billing::analytics);
        add.account("/api_keys/rate_limits", Accepts.KEY, limits::limits);
        add.account("/api_keys/rate_limits/log", Accepts.KEY, limits::log);
    }

    private void wallet(String path, LimitedCall limited, Endpoint endpoint) {
        routes.add("GET", Api.ROOT + path, new Route("balance", Accepts.WALLET, limited, Route.Trait.READS, endpoint));
    }

    private void account(String path, Accepts accepts, Endpoint endpoint) {
        routes.add(
                "GET",
                Api.ROOT + path,
                new Route("billing", accepts, LimitedCall.ACCOUNT, Route.Trait.READS, endpoint));
    }
}

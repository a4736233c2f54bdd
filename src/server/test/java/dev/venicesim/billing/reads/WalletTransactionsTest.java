package dev.venicesim.billing.reads;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.after;
import static dev.venicesim.billing.Fixtures.done;
import static dev.venicesim.billing.Fixtures.due;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.json;
import static dev.venicesim.billing.Fixtures.usd;
import static dev.venicesim.billing.Fixtures.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.billing.ClaimSettlement;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.LedgerAccount;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalletTransactionsTest {

    private static final String ADDRESS = "8qUL23aSj7mDWdoLMXGHFvnVCT9wd7jXcysiekroADEL";

    private static WalletTransactions.Query query(Map<String, String> parameters) {
        return ((ParsedQuery.Ok<WalletTransactions.Query>) WalletTransactions.parse(parameters)).query();
    }

    private static LedgerAccount busy() {
        var account = done(wallet("0").credit("x402-1", usd("10"), T0));
        account = done(account.hold(job("a"), usd("0.15"), after(1)));
        account = done(account.hold(job("b"), usd("0.20"), after(2)));
        account = done(account.settle(due("a", ClaimSettlement.Kind.SETTLE, 40)));
        return done(account.settle(due("b", ClaimSettlement.Kind.RELEASE, 41)));
    }

    @Test
    void listsPaymentsAndChargesButNoHolds() {
        var account = busy();
        var entries = account.ledger().entries();
        assertThat(json(WalletTransactions.render(account, ADDRESS, query(Map.of()))))
                .isEqualTo(json("""
                                {"success":true,"data":{"walletAddress":"%s","currentBalance":9.85,"transactions":[
                                 {"id":"%s","amount":-0.15,"balanceAfter":9.85,"type":"CHARGE","createdAt":"2026-11-23T10:00:40.000Z",
                                  "requestId":"a","modelId":"wan-2.6-text-to-video"},
                                 {"id":"%s","amount":10,"balanceAfter":10,"type":"TOP_UP","createdAt":"2026-11-23T10:00:00.000Z",
                                  "requestId":null,"modelId":null}],
                                 "pagination":{"limit":50,"offset":0,"hasMore":false}}}
                                """.formatted(
                                ADDRESS, entries.get(3).id(), entries.get(0).id())));
    }

    @Test
    void saysWhetherThereIsMore() {
        var account = busy();
        var first = WalletTransactions.render(account, ADDRESS, query(Map.of("limit", "1")))
                .path("data");
        assertThat(first.path("transactions")).hasSize(1);
        assertThat(first.at("/pagination/hasMore").booleanValue()).isTrue();
        var second = WalletTransactions.render(account, ADDRESS, query(Map.of("limit", "1", "offset", "1")))
                .path("data");
        assertThat(second.at("/transactions/0/type").asText()).isEqualTo("TOP_UP");
        assertThat(second.at("/pagination/hasMore").booleanValue()).isFalse();
        assertThat(WalletTransactions.render(account, ADDRESS, query(Map.of("offset", "2")))
                        .at("/data/transactions"))
                .isEmpty();
    }

    @Test
    void callsWhatTheControlApiDidByTheNearestDocumentedName() {
        var account = done(wallet("0").grant(new Grant.AddUsd(usd("5")), T0));
        account = done(account.grant(new Grant.SetUsd(usd("1")), T0));
        assertThat(WalletTransactions.render(account, ADDRESS, query(Map.of())).findValuesAsText("type"))
                .containsExactly("CHARGE", "TOP_UP");
    }

    @Test
    void namesWhatIsWrongWithTheQuery() {
        assertThat(Problems.of(WalletTransactions.parse(Map.of("limit", "101", "offset", "-1"))))
                .containsExactly(
                        "limit too_big Number must be less than or equal to 100",
                        "offset too_small Number must be greater than or equal to 0");
        assertThat(Problems.of(WalletTransactions.parse(Map.of("limit", "1.5", "offset", "null"))))
                .containsExactly(
                        "limit invalid_type Expected integer, received float",
                        "offset invalid_type Expected number, received nan");
    }
}

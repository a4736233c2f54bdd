package dev.venicesim.billing.reads;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.after;
import static dev.venicesim.billing.Fixtures.done;
import static dev.venicesim.billing.Fixtures.due;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.json;
import static dev.venicesim.billing.Fixtures.keys;
import static dev.venicesim.billing.Fixtures.usd;
import static dev.venicesim.billing.Fixtures.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.billing.ClaimSettlement;
import dev.venicesim.billing.Currency;
import dev.venicesim.billing.Grant;
import dev.venicesim.billing.LedgerAccount;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountViewTest {

    private static AccountView.Query query(Map<String, String> parameters) {
        return ((ParsedQuery.Ok<AccountView.Query>) AccountView.parse(parameters)).query();
    }

    private static String view(LedgerAccount account, Map<String, String> parameters) {
        return json(AccountView.render(account, "key-1", query(parameters)));
    }

    @Test
    void showsAChargeAsPromised() {
        var account = done(keys("100.00").charge(job("q"), usd("0.55"), T0));
        var id = account.ledger().get(0).id();
        assertThat(view(account, Map.of())).isEqualTo(json("""
                                {"balanceUsd":99.45,"heldUsd":0,"diem":0,"spendLimitUsd":null,"spentUsd":0.55,"ledger":[
                                 {"id":"%s","at":"2026-11-23T10:00:00Z","type":"CHARGE","amountUsd":-0.55,"balanceUsd":99.45,
                                  "queueId":"q","model":"wan-2.6-text-to-video","why":"charged when the job was accepted"}]}
                                """.formatted(id)));
    }

    @Test
    void showsGrantsLimitsAndDiem() {
        var account = done(keys("1").grant(new Grant.SpendLimit("key-1", Currency.USD, usd("2.50")), T0));
        account = done(account.grant(new Grant.SetDiem(usd("5")), after(1)));
        account = done(account.grant(new Grant.AddUsd(usd("99")), after(2)));
        assertThat(view(account, Map.of())).isEqualTo(json("""
                                {"balanceUsd":100,"heldUsd":0,"diem":5,"spendLimitUsd":2.5,"spentUsd":0,"ledger":[
                                 {"id":"%s","at":"2026-11-23T10:00:02Z","type":"GRANT","amountUsd":99,"balanceUsd":100,
                                  "queueId":null,"model":null,"why":"given through the control API"},
                                 {"id":"%s","at":"2026-11-23T10:00:01Z","type":"ADJUSTMENT","amountUsd":0,"balanceUsd":1,
                                  "amountDiem":5,"balanceDiem":5,"queueId":null,"model":null,"why":"DIEM set through the control API"}]}
                                """.formatted(
                        account.ledger().get(1).id(), account.ledger().get(0).id())));
    }

    @Test
    void looksBackAtAnInstant() {
        var account = done(wallet("1.00").hold(job("a"), usd("0.55"), T0));
        account = done(account.settle(due("a", ClaimSettlement.Kind.SETTLE, 40)));
        var before = AccountView.render(account, "key-1", query(Map.of("at", "2026-11-23T10:00:39.999Z")));
        assertThat(before.path("balanceUsd").decimalValue()).isEqualByComparingTo("1");
        assertThat(before.path("heldUsd").decimalValue()).isEqualByComparingTo("0.55");
        assertThat(before.path("spentUsd").decimalValue()).isEqualByComparingTo("0");
        assertThat(before.path("ledger")).hasSize(1);
        var then = AccountView.render(account, "key-1", query(Map.of("at", "2026-11-23T10:00:40Z")));
        assertThat(then.path("balanceUsd").decimalValue()).isEqualByComparingTo("0.45");
        assertThat(then.path("spentUsd").decimalValue()).isEqualByComparingTo("0.55");
        assertThat(then.path("ledger")).hasSize(2);
    }

    @Test
    void pagesFromTheNewest() {
        var account = keys("100");
        for (var i = 0; i < 10; i++) {
            account = done(account.charge(job("q" + i), usd("1"), after(i)));
        }
        var page = AccountView.render(account, "key-1", query(Map.of("limit", "3", "offset", "2")));
        assertThat(page.path("ledger").findValuesAsText("queueId")).containsExactly("q7", "q6", "q5");
        assertThat(AccountView.render(account, "key-1", query(Map.of("offset", "10")))
                        .path("ledger"))
                .isEmpty();
        assertThat(AccountView.render(account, "key-1", query(Map.of("limit", "0")))
                        .path("ledger"))
                .isEmpty();
    }

    @Test
    void namesWhatIsWrongWithTheQuery() {
        assertThat(Problems.of(AccountView.parse(Map.of("limit", "-1", "offset", "x", "at", "yesterday"))))
                .containsExactly(
                        "limit too_small Number must be greater than or equal to 0",
                        "offset invalid_type Expected number, received nan",
                        "at invalid_string Invalid datetime");
    }
}

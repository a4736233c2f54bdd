package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.done;
import static dev.venicesim.billing.Fixtures.due;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.json;
import static dev.venicesim.billing.Fixtures.keys;
import static dev.venicesim.billing.Fixtures.usd;
import static dev.venicesim.billing.Fixtures.wallet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CostReportTest {

    @Test
    void addsUpWhatSeveralAccountsSpent() {
        var other = new Purchase("b", "veo3-fast", "key-1", "sku", 8);
        var key = done(keys("20.00").charge(job("a"), usd("0.35"), T0));
        key = done(key.charge(other, usd("12.00"), T0));
        var credit = done(wallet("5.00").hold(job("c"), usd("1.00"), T0));
        var held = CostReport.of(key).plus(CostReport.of(credit));
        var settled =
                CostReport.of(key).plus(CostReport.of(done(credit.settle(due("c", ClaimSettlement.Kind.SETTLE, 9)))));

        assertThat(json(held.toJson()))
                .isEqualTo(json("{\"usd\":12.35,\"byModel\":{\"veo3-fast\":12,\"wan-2.6-text-to-video\":0.35}}"));
        assertThat(settled.usd()).isEqualTo(usd("13.35"));
    }

    @Test
    void leavesOutWhatWasRefunded() {
        var key = done(keys("20.00").charge(job("a"), usd("0.35"), T0));
        key = done(key.settle(due("a", ClaimSettlement.Kind.REFUND, 9)));
        assertThat(CostReport.of(key)).isEqualTo(CostReport.NOTHING);
        assertThat(json(CostReport.NOTHING.toJson())).isEqualTo(json("{\"usd\":0,\"byModel\":{}}"));
    }
}

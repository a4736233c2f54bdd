package dev.venicesim.billing;

import static dev.venicesim.billing.Fixtures.T0;
import static dev.venicesim.billing.Fixtures.job;
import static dev.venicesim.billing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MagicKeysTest {

    private static Change charge(String apiKey) {
        return MagicKeys.open(apiKey, "key-1", usd("100")).charge(job("q"), usd("0.55"), T0);
    }

    @Test
    void opensAccountsThatCannotPayAndAllOthersFunded() {
        assertThat(charge("sk-broke-7"))
                .isInstanceOfSatisfying(
                        Change.Shortfall.class, s -> assertThat(s.shortage()).isEqualTo(Shortage.BALANCE));
        assertThat(charge("sk-spend-limit"))
                .isInstanceOfSatisfying(
                        Change.Shortfall.class, s -> assertThat(s.shortage()).isEqualTo(Shortage.USD_SPEND_LIMIT));
        assertThat(charge("anything")).isInstanceOf(Change.Done.class);
    }
}

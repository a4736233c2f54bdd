package dev.venicesim.contract.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.contract.http.TargetReply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money in replies stands as what it has moved by, and a hostile amount as none. */
class ComparableReplyTest {

    private final ComparableReply form = new ComparableReply("http://127.0.0.1:8080/api/v1");

    private String balance(String amount) {
        var reply = new TargetReply(
                200,
                Map.of("content-type", "application/json", "x-venice-balance-usd", amount),
                "{}".getBytes(StandardCharsets.UTF_8));
        return form.of(reply).at("/headers/x-venice-balance-usd").asText();
    }

    @Test
    void moneyIsWhatItHasMovedBy() {
        assertThat(balance("100.00")).isEqualTo("<moved by 0>");
        assertThat(balance("99.45")).isEqualTo("<moved by -0.55>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+999999999", "1E-999999999", "-1e2147483647", "much", ""})
    @Timeout(20)
    void anAmountThatWouldTakeABillionDigitsIsNone(String amount) {
        balance("100");
        assertThat(balance(amount)).isEqualTo("<no amount>");
    }
}

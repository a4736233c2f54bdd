package dev.venicesim.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentErrorsTest {

    @Test
    void sunsetsBillingUsageWithItsSuccessorAndTheRenames() {
        var gone = PaymentErrors.billingUsageSunset();
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.headers())
                .isEqualTo(Map.of(
                        "Deprecation", "@1783555200",
                        "Link", "</api/v1/billing/usage-history>; rel=\"successor-version\"",
                        "Sunset", "Wed, 16 Sep 2026 00:00:00 GMT"));
        assertThat(gone.body().path("error").asText())
                .contains(
                        "GET /api/v1/billing/usage-history",
                        "pageSize",
                        "nextCursor",
                        "startTimestamp",
                        "endTimestamp");
        assertThat(gone.body().size()).isEqualTo(1);
    }
}

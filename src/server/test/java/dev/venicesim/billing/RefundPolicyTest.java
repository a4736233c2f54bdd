package dev.venicesim.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.Catalog;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.catalog.TestEditions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "seedance-2-0-text-to-video, MODERATION, refunded, true",
        "grok-imagine-text-to-video, MODERATION, refunded, false",
        "grok-imagine-text-to-video, BREAKDOWN, refunded, true",
        "grok-imagine-text-to-video-private, MODERATION, refunded, true",
        "grok-imagine-1-5-image-to-video-private, MODERATION, refunded, true",
        "runway-gen4-turbo, MODERATION, refunded, true",
        "runway-gen4-turbo, MODERATION, kept, false",
        "runway-gen4-turbo, BREAKDOWN, kept, true",
        "seedance-2-0-text-to-video, MODERATION, kept, true"
    })
    void decidesByModelAndFailure(String id, Failure failure, String runway, boolean refunded) {
        var model = Catalog.of(TestEditions.JUNE).find(id).orElseThrow();
        var decision =
                RefundPolicy.decide(model, failure, QuirkSettings.defaults().with("runway-refund", runway));
        assertThat(decision.creditsRefunded()).isEqualTo(refunded);
        assertThat(decision.due()).isEqualTo(refunded ? ClaimSettlement.Kind.REFUND : ClaimSettlement.Kind.SETTLE);
        assertThat(decision.why()).contains("docs/api/money-and-prices.md");
    }
}

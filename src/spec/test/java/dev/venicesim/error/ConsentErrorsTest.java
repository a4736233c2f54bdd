package dev.venicesim.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConsentErrorsTest {

    @Test
    void recommendsAModelAndSaysThatCreditsCameBack() {
        var error = ConsentErrors.providerContentPolicy(true, "wan-2-7-text-to-video");

        assertThat(error.status()).isEqualTo(422);
        assertThat(error.body().toString())
                .isEqualTo("{\"error\":{\"message\":\"The selected model provider rejected this request due to its"
                        + " content policies. Credits have been refunded. Try using wan-2-7-text-to-video instead.\","
                        + "\"type\":\"provider_content_policy\",\"recommended_model\":\"wan-2-7-text-to-video\","
                        + "\"credits_refunded\":true}}");
    }

    @Test
    void saysNothingOfRefundOrModelWhereThereIsNone() {
        assertThat(ConsentErrors.providerContentPolicy(false).body().toString())
                .isEqualTo("{\"error\":{\"message\":\"The selected model provider rejected this request due to its"
                        + " content policies.\",\"type\":\"provider_content_policy\",\"credits_refunded\":false}}");
    }

    @Test
    void hasTheProvidersRefusalAsAString() {
        assertThat(ConsentErrors.providerContentPolicyString(true).body().toString())
                .isEqualTo("{\"error\":\"Your generation was blocked due to the model provider's content policies."
                        + " Credits have been refunded.\",\"credits_refunded\":true}");
        assertThat(ConsentErrors.providerContentPolicyString(false).body().toString())
                .isEqualTo("{\"error\":\"Your generation was blocked due to the model provider's content policies.\","
                        + "\"credits_refunded\":false}");
    }

    @Test
    void asksToWaitOnlyWhenOverloaded() {
        assertThat(LimitErrors.modelOverloaded().headers()).containsEntry("Retry-After", "30");
        assertThat(LimitErrors.modelOverloaded().status()).isEqualTo(429);
        assertThat(LimitErrors.rateLimitExceeded().headers()).isEmpty();
    }
}

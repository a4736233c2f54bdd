package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.Meddler.Change;
import dev.venicesim.contract.run.RunPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms of a payment that are wrong are told once, by the check that is about them. */
class OfferedTermsTest {

    private static final String RECEIVER = "0x2670B922ef37C7Df47158725C0CC407b5382293F";

    @ParameterizedTest
    @CsvSource({
        "payTo, 0x00000000000000000000000000000000000000b2",
        "asset, 0x00000000000000000000000000000000000000b2",
        "scheme, upto",
        "amount, 4000000"
    })
    void whatAnOfferHasOtherwiseIsTheOffersAlone(String term, String value) {
        assertThat(differing(
                        Deviations.both("/x402/top-up", body -> ((ObjectNode) body.at("/accepts/0")).put(term, value))))
                .contains("reply.offer")
                .noneMatch(check -> check.startsWith("payment."));
    }

    @Test
    void aTargetThatRefusesItsOwnReceiverIsToldSoOnce() {
        assertThat(differing((asked, reply) ->
                        paysTo(asked).equalsIgnoreCase(RECEIVER) ? refused(reply, "INVALID_PAYMENT_RECIPIENT") : reply))
                .containsExactly("payment.receiver");
    }

    @Test
    void oneRefusalForAWrongCauseIsStillFound() {
        assertThat(differing((asked, reply) ->
                        reply.text().contains("AMOUNT_TOO_LOW") ? refused(reply, "INVALID_PAYMENT_RECIPIENT") : reply))
                .containsExactlyInAnyOrder("payment.too-low", "payment.cent-too-low");
    }

    private static String paysTo(Meddler.Asked asked) {
        var header = asked.headers().getOrDefault("payment-signature", "e30=");
        return Deviations.decoded(header).at("/accepted/payTo").asText();
    }

    private static Meddler.Reply refused(Meddler.Reply reply, String code) {
        var body = "{\"error\":\"" + code + "\",\"message\":\"Refused\"}";
        return Deviations.body(reply, body.getBytes(StandardCharsets.UTF_8))
                .withStatus(400)
                .without("payment-response");
    }

    private static List<String> differing(Change change) {
        var edition = ApiEdition.latest();
        var plan = new RunPlan(edition, Optional.empty(), List.of("payment", "x402", "reply.offer"), Optional.empty());
        try (var checked = Checked.as(edition, config -> config.trustForwarded(true));
                var meddler = new Meddler(checked.baseUrl(), change)) {
            return Checked.run(checked.target(meddler.baseUrl()), plan).differing().stream()
                    .map(row -> row.check().id())
                    .toList();
        }
    }
}

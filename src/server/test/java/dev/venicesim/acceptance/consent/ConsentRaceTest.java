package dev.venicesim.acceptance.consent;

import static dev.venicesim.acceptance.consent.Wire.assertAccepted;
import static dev.venicesim.acceptance.consent.Wire.queue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Http;
import dev.venicesim.acceptance.Sim;
import dev.venicesim.consent.FacePicture;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sixty-four clients at once. */
class ConsentRaceTest {

    private static final int CLIENTS = 64;

    private static List<Http.Answer> atOnce(IntFunction<Http.Answer> client) throws Exception {
        var pool = Executors.newFixedThreadPool(CLIENTS);
        var start = new CyclicBarrier(CLIENTS);
        try {
            var answers = IntStream.range(0, CLIENTS)
                    .mapToObj(n -> pool.submit(() -> {
                        start.await();
                        return client.apply(n);
                    }))
                    .toList();
            return answers.stream().map(ConsentRaceTest::joined).toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static Http.Answer joined(Future<Http.Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void chargesEachAcceptedRequestOnceAndKeepsTheAttestation() throws Exception {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld("\"limits\":false", "\"balanceUsd\":1000");
            var both = Seedance.animating(FacePicture.FACE.dataUrl())
                    .with("end_image_url", FacePicture.OTHER_FACE.dataUrl());
            var price = quote(world.api(), both);

            var answers = atOnce(n -> queue(world.api(), both.attested()));

            assertThat(answers).allMatch(answer -> answer.status() == 200);
            assertThat(answers.stream()
                            .map(answer -> answer.json().path("queue_id").asText()))
                    .doesNotHaveDuplicates();
            var account = world.control().get("/account?limit=1000").json();
            assertThat(account.path("ledger").findValuesAsText("type"))
                    .filteredOn("CHARGE"::equals)
                    .hasSize(CLIENTS);
            assertThat(account.path("spentUsd").decimalValue())
                    .isEqualByComparingTo(price.multiply(java.math.BigDecimal.valueOf(CLIENTS)));
            assertThat(Wire.attested(world))
                    .containsExactly(Pictures.identity(FacePicture.FACE), Pictures.identity(FacePicture.OTHER_FACE));
            assertAccepted(queue(world.api(), both));
        }
    }

    @Test
    void losesNoAttestationOfDifferentFaces() throws Exception {
        try (var sim = Sim.start()) {
            var world = sim.frozenWorld("\"limits\":false", "\"balanceUsd\":1000");

            var answers =
                    atOnce(n -> queue(world.api(), Seedance.animating(url(n)).attested()));

            assertThat(answers).allMatch(answer -> answer.status() == 200);
            assertThat(Wire.attested(world))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, CLIENTS)
                            .mapToObj(ConsentRaceTest::url)
                            .toList());
        }
    }

    @Test
    void sellsNoMoreThanThereIsMoneyForAndAsksNobodyTwice() throws Exception {
        try (var sim = Sim.start()) {
            var face = Seedance.animating(url(0));
            var price = quote(sim.api(), face);
            var world = sim.frozenWorld(
                    "\"limits\":false", "\"balanceUsd\":" + price.multiply(java.math.BigDecimal.valueOf(5)));

            var answers = atOnce(n -> queue(world.api(), face.attested()));

            assertThat(answers.stream().filter(answer -> answer.status() == 200))
                    .hasSize(5);
            assertThat(answers.stream().filter(answer -> answer.status() == 402))
                    .hasSize(CLIENTS - 5);
            assertThat(world.control().get("/account").json().path("balanceUsd").asDouble())
                    .isZero();
            assertThat(Wire.jobs(world)).isEqualTo(5);
            assertThat(queue(world.api(), face).status()).isEqualTo(402);
        }
    }

    private static String url(int n) {
        return "https://example.com/face-" + n + ".png";
    }

    private static java.math.BigDecimal quote(Http api, Seedance body) {
        var asked = body.without("image_url").without("end_image_url").without("prompt");
        return api.post("/video/quote", asked.json()).json().path("quote").decimalValue();
    }
}

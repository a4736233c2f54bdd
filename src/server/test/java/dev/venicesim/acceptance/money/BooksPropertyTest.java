package dev.venicesim.acceptance.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Requests;
import dev.venicesim.acceptance.Sim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever clients do, the books add up. */
class BooksPropertyTest {

    private static final int STEPS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void addUpAfterEveryCallOfAWallet(long seed) {
        try (var sim = Sim.start(config -> config.limits(false).jobTime("20s"))) {
            var payer = Payer.onBase(sim);
            var world = sim.world("\"walletAddress\":\"" + payer.wallet().address()
                    + "\",\"clock\":{\"at\":\"2026-11-23T10:00:00Z\",\"frozen\":true}");
            var random = new Random(seed);
            var tickets = new ArrayList<String>();
            for (var step = 0; step < STEPS; step++) {
                switch (random.nextInt(5)) {
                    case 0 -> payer.topUp(5);
                    case 1 -> world.advance(random.nextInt(15) + "s");
                    case 2 -> retrieve(payer, tickets, random);
                    default -> queue(payer, tickets, random);
                }
                check(payer);
            }
        }
    }

    private static void queue(Payer payer, List<String> tickets, Random random) {
        var prompt = List.of("a gondola", "[sim:fail]", "[sim:refused]", "[sim:stuck]")
                .get(random.nextInt(4));
        var queued = payer.api().post("/video/queue", Requests.wan(prompt));
        assertThat(queued.status()).isIn(200, 402);
        if (queued.status() == 200) {
            tickets.add(Requests.ticket(queued));
        }
    }

    private static void retrieve(Payer payer, List<String> tickets, Random random) {
        if (!tickets.isEmpty()) {
            payer.api().post("/video/retrieve", tickets.get(random.nextInt(tickets.size())));
        }
    }

    private static void check(Payer payer) {
        var account = payer.account();
        var sum = BigDecimal.ZERO;
        for (var entry : account.path("ledger")) {
            sum = sum.add(entry.path("amountUsd").decimalValue());
        }
        var balance = account.path("balanceUsd").decimalValue();
        assertThat(sum).isEqualByComparingTo(balance);
        assertThat(account.path("heldUsd").decimalValue()).isBetween(BigDecimal.ZERO, balance);
        var read =
                payer.api().get("/x402/transactions/" + payer.address()).json().path("data");
        assertThat(read.path("currentBalance").decimalValue()).isEqualByComparingTo(balance);
        assertThat(read.path("transactions").findValuesAsText("requestId").stream()
                        .filter(id -> !id.equals("null")))
                .as("a job is charged once, and a failed one leaves no row")
                .doesNotHaveDuplicates();
    }
}

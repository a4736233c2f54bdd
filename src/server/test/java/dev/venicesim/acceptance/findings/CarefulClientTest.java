package dev.venicesim.acceptance.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.acceptance.Sim;
import dev.venicesim.acceptance.SkippedTime;
import dev.venicesim.acceptance.findings.CarefulKind.Habit;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.scenario.ScenarioLibrary;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nobody is accused who does all that the documents ask for: each kind of client of docs/clients.md, over every
 * ready-made scenario and in every edition.
 */
class CarefulClientTest {

    private static final Duration LATER = Duration.ofHours(25);

    static List<CarefulKind> kinds() {
        return CarefulKind.all();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isNeverAccused(CarefulKind kind) {
        var time = new SkippedTime();
        try (var sim = Sim.start(config -> config.time(time))) {
            for (var scenario : ScenarioLibrary.READY_MADE) {
                for (var edition : ApiEdition.all()) {
                    var world = world(sim, kind, edition, scenario);
                    new CarefulClient(sim, time, kind, world.apiKey, world.wallet).run();
                    time.pass(LATER);
                    assertThat(sim.simulator().findings())
                            .as("%s, edition %s, scenario %s", kind, edition, scenario)
                            .allMatch(finding -> finding.contains(": info "));
                }
            }
        }
    }

    private record Credentials(String apiKey, Optional<SigningWallet> wallet) {}

    private static Credentials world(Sim sim, CarefulKind kind, ApiEdition edition, String scenario) {
        var played = "\"scenario\":\"" + scenario + "\",\"edition\":\"" + edition + "\"";
        if (kind.has(Habit.WALLET)) {
            var wallet = SigningWallet.base(new SecureRandom());
            sim.world("\"walletAddress\":\"" + wallet.address() + "\"," + played);
            return new Credentials("", Optional.of(wallet));
        }
        return new Credentials(sim.world(played).apiKey(), Optional.empty());
    }
}

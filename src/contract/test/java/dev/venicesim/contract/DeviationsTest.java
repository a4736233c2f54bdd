package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.catalog.TestEditions;
import dev.venicesim.contract.check.Check;
import dev.venicesim.contract.check.CheckCost;
import dev.venicesim.contract.check.Contract;
import dev.venicesim.contract.run.RunPlan;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.money.Usd;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A target that deviates in one point is found out, whatever the point. */
class DeviationsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void isFound(Deviations.Row deviation) {
        assertThat(found(deviation))
                .as(deviation.area())
                .extracting(row -> row.check().id())
                .isNotEmpty()
                .containsAnyElementsOf(deviation.check().isEmpty() ? ids() : List.of(deviation.check()));
    }

    private static List<String> ids() {
        return Contract.all().stream().map(Check::id).toList();
    }

    static List<Deviations.Row> all() {
        return Deviations.all();
    }

    static List<RunReport.Row> found(Deviations.Row deviation) {
        try (var checked = Checked.as(TestEditions.AUGUST, config -> config.trustForwarded(true));
                var meddler = new Meddler(checked.baseUrl(), deviation.change().get())) {
            var report = Checked.run(checked.target(meddler.baseUrl()), plan(TestEditions.AUGUST, deviation.area()));
            assertThat(report.targetFailure()).isEmpty();
            return report.differing();
        }
    }

    /** Every check of the areas, and those that look at all replies. */
    static RunPlan plan(ApiEdition edition, String areas) {
        var ids = Contract.of(edition).stream()
                .filter(check -> check.cost() != CheckCost.ON_REQUEST)
                .map(Check::id)
                .filter(id -> Stream.concat(Stream.of("reply."), Stream.of(areas.split(" ")))
                        .anyMatch(id::startsWith))
                .toList();
        return new RunPlan(edition, Optional.of(Usd.parse("5")), ids, Optional.empty());
    }
}

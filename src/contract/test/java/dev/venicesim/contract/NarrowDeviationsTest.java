package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A target that deviates for one model, one value or one route is found out as well. */
class NarrowDeviationsTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void isFound(Deviations.Row deviation) {
        assertThat(DeviationsTest.found(deviation))
                .as(deviation.area())
                .extracting(row -> row.check().id())
                .contains(deviation.check());
    }

    static List<Deviations.Row> all() {
        return Stream.of(DeviantModels.models(), DeviantRoutes.routes())
                .flatMap(List::stream)
                .toList();
    }
}

package dev.venicesim.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A target that deviates in one row of a table is found out by that row. */
class DeviantTablesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void isFound(Deviations.Row deviation) {
        assertThat(DeviationsTest.found(deviation))
                .as(deviation.area())
                .extracting(row -> row.check().id())
                .contains(deviation.check());
    }

    static List<Deviations.Row> all() {
        return DeviantTables.all();
    }
}

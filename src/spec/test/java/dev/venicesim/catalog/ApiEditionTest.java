package dev.venicesim.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

class ApiEditionTest {

    @Test
    void comeInTheOrderOfTimeSoThatTheLatestIsLast() {
        assertThat(ApiEdition.all()).isSortedAccordingTo(java.util.Comparator.comparing(ApiEdition::id));
        assertThat(ApiEdition.find("latest"))
                .contains(ApiEdition.all().get(ApiEdition.all().size() - 1));
        assertThat(ApiEdition.find(ApiEdition.DEFAULT)).contains(TestEditions.JUNE);
    }

    @Test
    void namesThoseThereAreToWhoeverAsksForAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiEdition.of("2026-13-01"))
                .withMessageContaining("2026-13-01")
                .withMessageContaining("2026-06-17, 2026-08-21")
                .withMessageContaining("latest");
    }

    @ParameterizedTest
    @EachEdition
    void setsOnlyQuirksThereAreAndOnlyToValuesTheyTake(ApiEdition edition) {
        var quirks = QuirkSettings.of(edition);
        assertThat(quirks.asMap()).isEmpty();
        assertThat(edition.quirks())
                .allSatisfy((label, value) ->
                        assertThat(ApiQuirk.find(label).orElseThrow().choices()).contains(value));
        for (var quirk : ApiQuirk.values()) {
            assertThat(quirks.get(quirk)).isEqualTo(edition.quirks().getOrDefault(quirk.label(), quirk.defaultValue()));
        }
    }

    @Test
    void keepsWhatAUserSetWhenTheEditionChanges() {
        var toy = ApiEdition.of(
                "2031-02-03",
                new EditionData(
                        "",
                        Optional.empty(),
                        Map.of("complete", "400", "unknown-queue-id", "400"),
                        Map.of(),
                        Map.of(),
                        Map.of()));
        var quirks = QuirkSettings.of(TestEditions.JUNE).with("complete", "200").in(toy);
        assertThat(quirks.get(ApiQuirk.COMPLETE)).isEqualTo("200");
        assertThat(quirks.get(ApiQuirk.UNKNOWN_QUEUE_ID)).isEqualTo("400");
        assertThat(quirks.in(TestEditions.JUNE).get(ApiQuirk.UNKNOWN_QUEUE_ID)).isEqualTo("404");
        assertThat(quirks.asMap()).containsOnlyKeys("complete");
    }

    @Test
    void wantsNoAnswerForEditionsOfNoSuchSchema() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditionFiles.schema(TestEditions.JUNE, "billing-usage-history-reply"))
                .withMessageContaining("2026-06-17");
    }
}

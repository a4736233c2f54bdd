package dev.venicesim.contract.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.contract.drift.SchemaDrift.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionDriftTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "REQUEST | Up to 9 images. | Up to 4 images. | BREAKING the description said \"Up to 9 images\", now \"Up to 4 images\"",
                "REQUEST | At most 9 images | At most 30 images | HARMLESS the description said \"At most 9 images\", now \"At most 30 images\"",
                "REQUEST | At least 2 s | At least 3 s | BREAKING the description said \"At least 2 s\", now \"At least 3 s\"",
                "REQUEST | Max: 30s, 15MB. | Max: 20s, 25MB. | NOTABLE the description said \"Max: 30s, 15MB\", now \"Max: 20s, 25MB\"",
                "REQUEST | Max 1,500 or 2.5 | Max 1,000 or 2.5 | BREAKING the description said \"Max 1,500 or 2.5\", now \"Max 1,000 or 2.5\"",
                "REPLY | Valid for 24 hours. | Valid for 12 hours. | NOTABLE the description said \"Valid for 24 hours\", now \"Valid for 12 hours\"",
                "REPLY | The file. Valid for 24 hours. | The file. | NOTABLE the description no longer says \"Valid for 24 hours\"",
                "REPLY | The file. | The file. Valid for 24 hours. | NOTABLE the description now says \"Valid for 24 hours\"",
                "REPLY | Answers `INSUFFICIENT_BALANCE` then. | Answers `NO_BALANCE` then. | NOTABLE the description said \"Answers INSUFFICIENT_BALANCE then\", now \"Answers NO_BALANCE then\"",
                "REPLY | An id of a job. | The id of a job. | HARMLESS described in other words: \"An id of a job.\" became \"The id of a job.\"",
                "REPLY | **Up to** 9\\n  images | Up to 9 images. | ``",
                "REQUEST | x402 and mp4 | x402 or mp5 | HARMLESS described in other words: \"x402 and mp4\" became \"x402 or mp5\""
            })
    void tellsWhatDescriptionsAloneSay(Direction direction, String was, String is, String told) {
        var found =
                DescriptionDrift.between("prompt", Described.of(was.replace("\\n", "\n")), Described.of(is), direction);
        if (told.isEmpty()) {
            assertThat(found).allMatch(one -> one.says().startsWith("described in other words"));
        } else {
            assertThat(found)
                    .extracting(one -> one.severity() + " " + one.says())
                    .containsExactly(told);
        }
    }

    @Test
    void ofAnErrorEveryPhraseIsItsText() {
        var was = Described.ofError("The model is unavailable in your region. Use of proxies is forbidden.");
        var is = Described.ofError("This cannot be used where you are. Use of proxies is forbidden.");
        assertThat(DescriptionDrift.between("", was, is, Direction.REPLY))
                .extracting(SchemaDrift.Found::says)
                .containsExactly(
                        "the description said \"The model is unavailable in your region\", now \"This cannot be"
                                + " used where you are\"");
    }

    @Test
    void aCapThatItsKeywordTellsIsNotToldAgain() {
        var said = DescriptionDrift.between(
                "a", Described.of("Up to 9 images"), Described.of("Up to 30 images"), Direction.REQUEST);
        var keyword =
                new SchemaDrift.Found("a", Drift.Severity.HARMLESS, Drift.Felt.CONSTRAINT, "maxItems 9 became 30");
        assertThat(DescriptionDrift.repeats(said.get(0), keyword)).isTrue();
        var other = new SchemaDrift.Found("a", Drift.Severity.HARMLESS, Drift.Felt.CONSTRAINT, "maxItems 9 became 20");
        assertThat(List.of(other)).noneMatch(one -> DescriptionDrift.repeats(said.get(0), one));
    }
}

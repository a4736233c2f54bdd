package dev.venicesim.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordListTest {

    @ParameterizedTest
    @CsvSource({
        "red dragon, a RED -- Dragon!, true",
        "red dragon, red dragons, false",
        "red dragon, a redragon, false",
        "ilk, İLK, false",
        "hi, HI, true",
        "Größe, GRÖßE, true",
        "nude, ｎｕｄｅ, true",
        "火, 火 山, true"
    })
    void findsWholeWordsInAnyCaseAndSpacing(String phrase, String prompt, boolean found) {
        assertThat(new WordList(List.of(phrase)).firstIn(prompt).isPresent()).isEqualTo(found);
    }

    @Test
    void wantsWordsThatHoldLetters() {
        assertThatThrownBy(() -> new WordList(List.of("!?"))).hasMessageContaining("not \"!?\"");
    }

    @Test
    void readsNoFurtherThanAnyPromptMayGo() {
        var far = "x ".repeat(WordList.MAX_PROMPT_CHARS / 2);

        assertThat(WordList.SUGGESTIVE.firstIn(far + "nude")).isEmpty();
        assertThat(WordList.SUGGESTIVE.firstIn(far.substring(10) + "nude")).contains("nude");
    }
}

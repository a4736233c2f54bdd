package dev.venicesim.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.jobs.LateFailures.Medium;
import dev.venicesim.jobs.LateFailures.Seen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which prompts are read as the order to edit a reference clip, and which sounds are too long together. */
class LateInputRulesTest {

    private static final Medium CLIP = new Medium("reference_video", 1280, 720, Duration.ofSeconds(5), false, false);

    private static boolean isAnEdit(String prompt) {
        var seen = new Seen("seedance-2-5-reference-to-video-basic", prompt, "", true, false, List.of(CLIP));
        return LateFailures.strike(seen)
                .filter(struck -> struck.name().equals("edit-with-fixed-duration"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Replace the man in <Video 1> by a woman",
                "Strictly edit <Video 1>, changing its sky to red",
                "Turn the car in <Video 1> red",
                "Add a hat to the man in <Video 1>",
                "turn day into night",
                "Please turn everything black and white",
                "In <Video 1> turn the dog into a cat",
                "In <Video 1>, add snow on the roofs",
                "@Video1 remove the logo",
                "Transform the street into a river",
                "Convert <Video 1> to an anime",
                "insert a dog behind the man",
                "Make the man in <Video 1> a woman",
                "Make it a cartoon",
                "Make the sky purple",
                "Make <Video 1> look old",
                "Keep the background and turn the car red.",
                "I want to change his shirt",
                "The car stays. Recolor the house!",
                "swap the two dogs"
            })
    void failBesideAFixedDuration(String prompt) {
        assertThat(isAnEdit(prompt)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a car turns into the street",
                "Cars turn into the street like in <Video 1>",
                "Turn into the street as in <Video 1>",
                "Turn the camera to the red house, moving as in <Video 1>",
                "A man adds a coin to the hat",
                "They add a coin to the hat",
                "Two children make the bed a mess",
                "Make a video of a dancer who moves as in <Video 1>",
                "Make the camera follow a dog",
                "Make the dancer move like a cat",
                "The traffic lights change",
                "Rain, change of light, a street",
                "a convert prays, an insert of a hand",
                "the caterpillar transforms, the editor edits",
                "A red turn sign in the make of <Video 1>",
                "<Video 1> with a replacement driver"
            })
    void areNoneWhereTheyTellWhatHappens(String prompt) {
        assertThat(isAnEdit(prompt)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"edit, true", "extend, false", "reference, false", "auto, false", "'', false"})
    void doNotMatterWhereTheRequestSaysThatItIsAnEdit(String taskType, boolean fails) {
        var seen = new Seen("seedance-2-5-reference-to-video-basic", "a red sky", taskType, true, false, List.of(CLIP));
        assertThat(LateFailures.strike(seen).isPresent()).isEqualTo(fails);
    }

    @Test
    void areFoundInALongPromptInTime() {
        assertThat(isAnEdit("turn the and keep, make the add ".repeat(3000))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 7.5 1", "16", "15.1"})
    void soundsOfWanFailAboveFifteenSecondsTogether(String seconds) {
        assertThat(failsWithSounds(seconds)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 7", "15", "5 5 5"})
    void soundsOfWanPassUpToFifteenSecondsTogether(String seconds) {
        assertThat(failsWithSounds(seconds)).isFalse();
    }

    private static boolean failsWithSounds(String seconds) {
        var sounds = List.of(seconds.split(" ")).stream()
                .map(text -> Duration.ofMillis((long) (Double.parseDouble(text) * 1000)))
                .map(length -> new Medium("reference_audio", 0, 0, length, false, false))
                .toList();
        var seen = new Seen("wan-3-0-pro-reference-to-video", "x", "", true, false, sounds);
        return LateFailures.strike(seen)
                .filter(struck -> struck.name().equals("long-reference-audio"))
                .isPresent();
    }
}

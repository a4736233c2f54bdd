package dev.venicesim.kit.pact;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a user reads about a pact that cannot be verified. Each case has a folder of its own, written by its test. */
class BrokenPactsTest {

    private static final String FOLDER = "target/pacts-of-tests/";

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "not-json")
    static class NotJsonCase implements VenicePacts {}

    @Test
    void aFileThatIsNotJsonIsNamedWithThePlace() throws IOException {
        PactText.folder(FOLDER + "not-json", "broken.json", "{\"consumer\": {\n  \"name\" }");
        assertThat(Verified.by(NotJsonCase.class).failures())
                .singleElement()
                .asString()
                .contains("not-json/broken.json is not JSON", "line 2");
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "no-interactions")
    static class NoInteractionsCase implements VenicePacts {}

    @Test
    void aPactWithoutInteractionsFailsEvenBesideOneThatHolds() throws IOException {
        var empty = PactText.quote("");
        empty.putArray("interactions");
        PactText.folder(
                FOLDER + "no-interactions",
                "good.json",
                PactText.quote("").toString(),
                "hollow.json",
                empty.toString());
        var verified = Verified.by(NoInteractionsCase.class);
        assertThat(verified.failures()).singleElement().asString().contains("hollow.json has no interactions");
        assertThat(verified.succeeded()).isZero();
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "empty")
    static class EmptyFolderCase implements VenicePacts {}

    @Test
    void aFolderWithoutPactsFails() throws IOException {
        PactText.folder(FOLDER + "empty", "readme.txt", "no pacts here");
        assertThat(Verified.by(EmptyFolderCase.class).failures())
                .singleElement()
                .asString()
                .contains("holds no pact", ".json");
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "never-made")
    static class MissingFolderCase implements VenicePacts {}

    @Test
    void aFolderThatIsNotThereFails() {
        assertThat(Verified.by(MissingFolderCase.class).failures())
                .singleElement()
                .asString()
                .contains("there is no folder", "never-made", "class path");
    }

    @Provider("somebody-else")
    @PactFolder(FOLDER + "other-provider")
    static class OtherProviderCase implements VenicePacts {}

    @Test
    void pactsOfAnotherProviderFailAndSayWhose() throws IOException {
        PactText.folder(
                FOLDER + "other-provider", "quote.json", PactText.quote("").toString());
        assertThat(Verified.by(OtherProviderCase.class).failures())
                .singleElement()
                .asString()
                .contains("\"somebody-else\"", "they are for \"venice-video-api\"");
    }

    @PactFolder(FOLDER + "no-provider")
    static class NoProviderCase implements VenicePacts {}

    @Test
    void aClassThatNamesNoProviderFails() {
        assertThat(Verified.by(NoProviderCase.class).failures())
                .singleElement()
                .asString()
                .contains("NoProviderCase", "@Provider");
    }

    @Provider("venice-video-api")
    static class NoSourceCase implements VenicePacts {}

    @Test
    void aClassThatNamesNoPactsFails() {
        assertThat(Verified.by(NoSourceCase.class).failures())
                .singleElement()
                .asString()
                .contains("NoSourceCase has no pacts to verify", "source");
    }

    @Provider("venice-video-api")
    @PactFolder(FOLDER + "unknown-state")
    static class UnknownStateCase implements VenicePacts {}

    @Test
    void aStateThatNobodyKnowsFailsAndNamesThoseThereAre() throws IOException {
        PactText.folder(
                FOLDER + "unknown-state",
                "quote.json",
                PactText.quote("the moon is full").toString());
        var verified = Verified.by(UnknownStateCase.class);
        assertThat(verified.failed()).isEqualTo(1);
        assertThat(verified.failures())
                .singleElement()
                .asString()
                .contains(
                        "\"a quote\" cannot be set up", "no state is called \"the moon is full\"", "\"a funded key\"");
    }
}

package dev.venicesim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.consent.ConsentOutcome.Attested;
import dev.venicesim.consent.ConsentOutcome.NotAsked;
import dev.venicesim.consent.ConsentOutcome.ProviderWillRefuse;
import dev.venicesim.consent.ConsentOutcome.Remembered;
import dev.venicesim.error.Refusal;
import dev.venicesim.error.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentPolicyTest {

    private static final Instant NOW = Instant.parse("2026-06-17T10:00:00Z");
    private static final PolicyVersion POLICY = PolicyVersion.documented();

    private final ConsentPolicy policy = policy(QuirkSettings.defaults());

    private static ConsentPolicy policy(QuirkSettings quirks) {
        return new ConsentPolicy(new LabelledFaces(), WordList.SUGGESTIVE, quirks);
    }

    private static ConsentMedium medium(String url, FaceMediaRole role, int width, int height, FaceLabel... labels) {
        return new ConsentMedium(MediaId.of(url), role, Set.of(labels), List.of(), width, height, MediaBytes.UNKNOWN);
    }

    private static ConsentMedium face(String url, FaceMediaRole role) {
        return medium(url, role, 0, 0, FaceLabel.FACE);
    }

    private static ConsentRequest asking(boolean attested, ConsentMedium... media) {
        return new ConsentRequest(FaceRule.ASKS, List.of(media), "a walk by the sea", attested);
    }

    private static ConsentRequest prompted(String prompt, ConsentMedium... media) {
        return new ConsentRequest(FaceRule.ASKS, List.of(media), prompt, true);
    }

    private Verdict<ConsentOutcome> decide(ConsentRequest request, Attestations memory) {
        return policy.decide(request, memory, POLICY);
    }

    private static ConsentOutcome accepted(Verdict<ConsentOutcome> verdict) {
        return ((Verdict.Accepted<ConsentOutcome>) verdict).value();
    }

    private static Refusal refused(Verdict<ConsentOutcome> verdict) {
        return ((Verdict.Refused<ConsentOutcome>) verdict).refusal();
    }

    private Attestations remembering(ConsentMedium... media) {
        return Attestations.NONE.attest(List.of(media), POLICY.version(), NOW, "q1");
    }

    @Test
    void asksForConsentByteForByteAsDocumented() {
        var verdict = decide(asking(false, face("https://x/a", FaceMediaRole.REFERENCE_IMAGE)), Attestations.NONE);

        assertThat(refused(verdict).error().status()).isEqualTo(409);
        assertThat(refused(verdict).error().body().toString())
                .isEqualTo("{\"error\":{\"code\":\"needs_consent\",\"message\":\"Seedance consent is required for this"
                        + " request.\"},\"consent_flow\":\"seedance\",\"face_media_roles\":[\"reference_image\"],"
                        + "\"consent\":{\"consent_version\":\"v2.0\",\"policy_text\":\"The likeness in any media you"
                        + " upload is your own, or you have explicit, legal consent from any depicted individual(s)."
                        + " Note: an image may contain more than one face — your attestation covers all of them.\\nYou"
                        + " own or have permission to use all media you uploaded for content generation.\\nYou agree to"
                        + " the Venice.ai Terms of Service and Privacy Policy. Violations can lead to account suspension"
                        + " and legal liability.\\nNo content is stored by Venice.\"},"
                        + "\"docs_url\":\"https://docs.venice.ai/guides/media/seedance-face-consent\"}");
    }

    @Test
    void listsEveryRoleThatHoldsAFaceOnceInTheOrderOfTheDocument() {
        var request = asking(
                false,
                face("https://x/4", FaceMediaRole.REFERENCE_VIDEO),
                face("https://x/3", FaceMediaRole.REFERENCE_IMAGE),
                face("https://x/2", FaceMediaRole.REFERENCE_IMAGE),
                medium("https://x/0", FaceMediaRole.END_IMAGE, 0, 0),
                face("https://x/1", FaceMediaRole.IMAGE));

        assertThat(refused(decide(request, Attestations.NONE))
                        .error()
                        .body()
                        .get("face_media_roles")
                        .toString())
                .isEqualTo("[\"image\",\"reference_image\",\"reference_video\"]");
    }

    @Test
    void listsKnownFacesTooWhenOneIsNew() {
        var known = face("https://x/known", FaceMediaRole.IMAGE);
        var fresh = face("https://x/new", FaceMediaRole.END_IMAGE);

        var verdict = decide(asking(false, known, fresh), remembering(known));

        assertThat(refused(verdict).error().body().get("face_media_roles").toString())
                .isEqualTo("[\"image\",\"end_image\"]");
        assertThat(refused(verdict).why()).startsWith("1 of 2 media with a face not attested under v2.0");
    }

    @Test
    void takesConsentForTheWholeRequest() {
        var known = face("https://x/known", FaceMediaRole.IMAGE);
        var fresh = face("https://x/new", FaceMediaRole.END_IMAGE);
        var plain = medium("https://x/plain", FaceMediaRole.REFERENCE_IMAGE, 0, 0);

        var outcome = accepted(decide(asking(true, known, fresh, plain), remembering(known)));

        assertThat(outcome).isInstanceOfSatisfying(Attested.class, attested -> {
            assertThat(attested.faces()).containsExactly(known, fresh);
            assertThat(attested.version()).isEqualTo("v2.0");
        });
    }

    @Test
    void asksNothingAboutKnownFacesInAnyRole() {
        var known = face("https://x/known", FaceMediaRole.IMAGE);
        var elsewhere = face("https://x/known", FaceMediaRole.REFERENCE_IMAGE);

        assertThat(accepted(decide(asking(false, elsewhere), remembering(known))))
                .isInstanceOf(Remembered.class);
        assertThat(accepted(decide(asking(true, known), remembering(known)))).isInstanceOf(Remembered.class);
    }

    @Test
    void asksAgainUnderANewVersionWithItsText() {
        var known = face("https://x/known", FaceMediaRole.IMAGE);
        var raised = new PolicyVersion("v2.1", "Be kind.");

        var verdict = policy.decide(asking(false, known), remembering(known), raised);

        assertThat(refused(verdict).error().body().get("consent").toString())
                .isEqualTo("{\"consent_version\":\"v2.1\",\"policy_text\":\"Be kind.\"}");
    }

    @Test
    void asksAgainOnceRevoked() {
        var known = face("https://x/known", FaceMediaRole.IMAGE);

        var verdict = decide(asking(false, known), remembering(known).revoke(known.id()));

        assertThat(refused(verdict).error().status()).isEqualTo(409);
    }

    @Test
    void asksNothingWithoutAFace() {
        var plain = medium("https://x/a", FaceMediaRole.IMAGE, 100, 1000);

        assertThat(accepted(decide(asking(false, plain), Attestations.NONE))).isInstanceOf(NotAsked.class);
    }

    @Test
    void looksAtVideoUrlByQuirkOnly() {
        var request = asking(false, face("https://x/v", FaceMediaRole.VIDEO));
        var scanning = policy(QuirkSettings.defaults().with("scan-video-url", "on"));

        assertThat(accepted(decide(request, Attestations.NONE))).isInstanceOf(NotAsked.class);
        assertThat(refused(scanning.decide(request, Attestations.NONE, POLICY))
                        .error()
                        .body()
                        .get("face_media_roles")
                        .toString())
                .isEqualTo("[\"video\"]");
    }

    @Test
    void neverLooksAtMediaOfModelsThatIgnoreFaces() {
        FaceDetector unasked = medium -> {
            throw new AssertionError("asked about " + medium);
        };
        var blind = new ConsentPolicy(unasked, WordList.SUGGESTIVE, QuirkSettings.defaults());
        var request = new ConsentRequest(
                FaceRule.IGNORES,
                List.of(medium("https://x/a", FaceMediaRole.IMAGE, 0, 0, FaceLabel.PUBLIC_FIGURE)),
                "",
                false);

        assertThat(accepted(blind.decide(request, Attestations.NONE, POLICY))).isInstanceOf(NotAsked.class);
    }

    @Test
    void leavesFacesOfBasicModelsToTheProvider() {
        var media = List.of(medium("https://x/a", FaceMediaRole.IMAGE, 0, 0, FaceLabel.PUBLIC_FIGURE));

        var face = decide(new ConsentRequest(FaceRule.PROVIDER_REFUSES, media, "", false), Attestations.NONE);
        var none = decide(new ConsentRequest(FaceRule.PROVIDER_REFUSES, List.of(), "", false), Attestations.NONE);

        assertThat(accepted(face)).isInstanceOf(ProviderWillRefuse.class);
        assertThat(accepted(none)).isInstanceOf(NotAsked.class);
    }

    @Test
    void neverUnlocksAPublicFigure() {
        var famous = medium("https://x/a", FaceMediaRole.IMAGE, 0, 0, FaceLabel.PUBLIC_FIGURE);

        var refusal = refused(decide(asking(true, famous), remembering(famous)));

        assertThat(refusal.error().status()).isEqualTo(422);
        assertThat(refusal.error().body().toString())
                .isEqualTo("{\"error\":\"Your prompt violates the content policy of Venice.ai or the model provider\","
                        + "\"code\":\"CONTENT_POLICY_VIOLATION\"}");
        assertThat(refusal.error().headers()).containsEntry("x-venice-is-content-violation", "true");
    }

    @Test
    void neverUnlocksAMinorInSuggestiveContent() {
        var minor = medium("https://x/a", FaceMediaRole.IMAGE, 0, 0, FaceLabel.MINOR);

        var refusal = refused(decide(prompted("In LİNGERİE... no: in Lingerie.", minor), remembering(minor)));

        assertThat(refusal.error().status()).isEqualTo(422);
        assertThat(refusal.error().headers()).containsEntry("x-venice-contains-minor", "true");
        assertThat(refusal.why()).contains("\"lingerie\"");
    }

    @Test
    void asksAboutAMinorInOtherContentAsAboutAnyFace() {
        var minor = medium("https://x/a", FaceMediaRole.IMAGE, 0, 0, FaceLabel.MINOR);

        assertThat(refused(decide(asking(false, minor), Attestations.NONE))
                        .error()
                        .status())
                .isEqualTo(409);
        assertThat(accepted(decide(prompted("in Essex", minor), Attestations.NONE)))
                .isInstanceOf(Attested.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 1000, true",
        "401, 1000, false",
        "2500, 1000, true",
        "2499, 1000, false",
        "2, 5, true",
        "2147483647, 858993459, false",
        "2147483647, 858993458, true",
        "0, 1000, false",
        "1000, 0, false"
    })
    void boundsTheRatioOfAFaceImageWithBothEndsExcluded(int width, int height, boolean outOfBounds) {
        var verdict = decide(
                asking(true, medium("https://x/a", FaceMediaRole.IMAGE, width, height, FaceLabel.FACE)),
                Attestations.NONE);

        assertThat(verdict instanceof Verdict.Refused).isEqualTo(outOfBounds);
    }

    @Test
    void refusesARatioBeforeAskingAndContentBeforeARatio() {
        var wide = medium("https://x/a", FaceMediaRole.END_IMAGE, 3000, 1000, FaceLabel.FACE);
        var famous = medium("https://x/b", FaceMediaRole.IMAGE, 3000, 1000, FaceLabel.PUBLIC_FIGURE);

        assertThat(refused(decide(asking(false, wide), Attestations.NONE))
                        .error()
                        .body()
                        .toString())
                .isEqualTo("{\"error\":\"IMAGE_ASPECT_RATIO_OUT_OF_BOUNDS\","
                        + "\"code\":\"IMAGE_ASPECT_RATIO_OUT_OF_BOUNDS\"}");
        assertThat(refused(decide(asking(false, wide, famous), Attestations.NONE))
                        .error()
                        .body()
                        .get("code")
                        .asText())
                .isEqualTo("CONTENT_POLICY_VIOLATION");
    }

    @Test
    void boundsNoRatioOfClips() {
        var clip = medium("https://x/a", FaceMediaRole.REFERENCE_VIDEO, 3000, 1000, FaceLabel.FACE);

        assertThat(refused(decide(asking(false, clip), Attestations.NONE))
                        .error()
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaceLabel.class,
            names = {"FACE", "PUBLIC_FIGURE"})
    void putsTheTokenInTheErrorByQuirk(FaceLabel label) {
        var literal = policy(QuirkSettings.defaults().with("content-violation-body", "token"));
        var token = label == FaceLabel.FACE ? "IMAGE_ASPECT_RATIO_OUT_OF_BOUNDS" : "CONTENT_POLICY_VIOLATION";

        var verdict = literal.decide(
                asking(true, medium("https://x/a", FaceMediaRole.IMAGE, 3, 1, label)), Attestations.NONE, POLICY);

        assertThat(refused(verdict).error().body().toString()).isEqualTo("{\"error\":\"" + token + "\"}");
    }
}

package dev.venicesim.consent;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.ConsentErrors;
import dev.venicesim.error.ContentForm;
import dev.venicesim.error.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The stage that asks for consent. What nothing unlocks is refused first (422), then what is not attested (409);
 * nothing is charged by either.
 *
 * @param detector finds the faces
 * @param suggestive words that no prompt with a minor may hold
 * @param quirks of the world
 */
public record ConsentPolicy(FaceDetector detector, WordList suggestive, QuirkSettings quirks) {

    private record Face(ConsentMedium medium, Faces faces) {}

    /** Decides about a request, given what its account has attested to and the policy in force. */
    @Verified(
            on = "2026-08-21",
            source = "docs/api/consent-and-content.md#models-that-ask-for-consent,"
                    + " docs/api/disagreements.md#scope-of-an-attestation")
    public Verdict<ConsentOutcome> decide(ConsentRequest request, Attestations memory, PolicyVersion policy) {
        return switch (request.rule()) {
            case IGNORES -> Verdict.accept(new ConsentOutcome.NotAsked("the model does not ask about faces"));
            case PROVIDER_REFUSES -> Verdict.accept(leftToProvider(faces(request)));
            case ASKS -> ask(request, faces(request), memory, policy);
        };
    }

    private Verdict<ConsentOutcome> ask(
            ConsentRequest request, List<Face> faces, Attestations memory, PolicyVersion policy) {
        if (faces.isEmpty()) {
            return Verdict.accept(new ConsentOutcome.NotAsked(
                    "no face in any medium (docs/api/consent-and-content.md, \"Models that ask for consent\")"));
        }
        return lawful(request, faces)
                .then(none -> proportioned(faces))
                .then(none -> attested(request, faces, memory, policy));
    }

    private Verdict<List<Face>> lawful(ConsentRequest request, List<Face> faces) {
        if (faces.stream().anyMatch(face -> face.faces().publicFigure())) {
            var why = "a public figure, whatever was attested"
                    + " (docs/api/consent-and-content.md, \"Minors and public figures\")";
            return Verdict.refuse(ConsentErrors.contentPolicyViolation(form()), why);
        }
        if (faces.stream().anyMatch(face -> face.faces().minor())) {
            var word = suggestive.firstIn(request.prompt());
            if (word.isPresent()) {
                var why = "a minor, and the prompt holds \"" + word.get() + "\", whatever was attested"
                        + " (docs/api/consent-and-content.md, \"Minors and public figures\")";
                return Verdict.refuse(ConsentErrors.minorInContent(form()), why);
            }
        }
        return Verdict.accept(faces);
    }

    private Verdict<List<Face>> proportioned(List<Face> faces) {
        for (var face : faces) {
            var medium = face.medium();
            if (medium.role().isImage() && outOfBounds(medium.width(), medium.height())) {
                var why = medium.role().wire() + " is " + medium.width() + "x" + medium.height()
                        + " and holds a face; width by height must be between 0.4 and 2.5, both excluded"
                        + " (docs/api/consent-and-content.md, \"Ratio of a face picture\")";
                return Verdict.refuse(ConsentErrors.imageAspectRatioOutOfBounds(form()), why);
            }
        }
        return Verdict.accept(faces);
    }

    private static boolean outOfBounds(long width, long height) {
        var known = width > 0 && height > 0;
        return known && (5 * width <= 2 * height || 2 * width >= 5 * height);
    }

    private static Verdict<ConsentOutcome> attested(
            ConsentRequest request, List<Face> faces, Attestations memory, PolicyVersion policy) {
        var unknown = faces.stream()
                .filter(face -> !memory.covers(face.medium().id(), policy.version()))
                .count();
        var counted = unknown + " of " + faces.size() + " media with a face not attested under " + policy.version();
        if (unknown == 0) {
            return Verdict.accept(new ConsentOutcome.Remembered(
                    counted + " (docs/api/consent-and-content.md, \"Media that are known already\")"));
        }
        if (request.attested()) {
            var media = faces.stream().map(Face::medium).toList();
            var why = counted + ", and the request brings consent for all";
            return Verdict.accept(new ConsentOutcome.Attested(media, policy.version(), why));
        }
        return Verdict.refuse(
                ConsentErrors.needsConsent(roles(faces), policy.version(), policy.text()),
                counted + " (docs/api/consent-and-content.md, \"The question\")");
    }

    private static List<String> roles(List<Face> faces) {
        return faces.stream()
                .map(face -> face.medium().role())
                .distinct()
                .sorted()
                .map(FaceMediaRole::wire)
                .toList();
    }

    private static ConsentOutcome leftToProvider(List<Face> faces) {
        if (faces.isEmpty()) {
            return new ConsentOutcome.NotAsked(
                    "no face in any medium (docs/api/consent-and-content.md, \"Models that ask for consent\")");
        }
        var roles = roles(faces).stream().collect(Collectors.joining(", "));
        return new ConsentOutcome.ProviderWillRefuse("a face in " + roles
                + ": the model asks for no consent, the provider refuses the job later"
                + " (docs/api/consent-and-content.md, \"Models that do not ask\")");
    }

    private List<Face> faces(ConsentRequest request) {
        var found = new ArrayList<Face>();
        for (var medium : request.media()) {
            if (medium.role() != FaceMediaRole.VIDEO || quirks.is(ApiQuirk.SCAN_VIDEO_URL, "on")) {
                var faces = detector.detect(medium);
                if (faces.found()) {
                    found.add(new Face(medium, faces));
                }
            }
        }
        return found;
    }

    private ContentForm form() {
        return contentForm(quirks);
    }

    /** Where the token of a content 422 stands. */
    public static ContentForm contentForm(QuirkSettings quirks) {
        return quirks.is(ApiQuirk.CONTENT_VIOLATION_BODY, "token") ? ContentForm.TOKEN : ContentForm.MESSAGE;
    }
}

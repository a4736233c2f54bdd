package dev.venicesim.consent;

import dev.venicesim.catalog.Quirk;
import dev.venicesim.catalog.Quirks;
import dev.venicesim.error.ConsentErrors;
import dev.venicesim.error.ContentForm;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The stage that asks for consent. What nothing unlocks is refused first (422), then what is not attested (409); nothing is charged by either.
 *
 * @param detector finds the faces
 * @param suggestive words that no prompt with a minor may hold
 * @param quirks of the world
 */
public record ConsentPolicy(FaceDetector detector, WordList suggestive, Quirks quirks) {

    private record Face(Medium medium, Faces faces) {}

    /** Decides about a request, given what its account has attested to and the policy in force. */
    @Verified(on = "2026-08-21", source = "api-facts 4 and 11 #12 to #18")
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
            return Verdict.accept(new ConsentOutcome.NotAsked("no face in any medium (api-facts 4)"));
        }
        return lawful(request, faces)
                .then(none -> proportioned(faces))
                .then(none -> attested(request, faces, memory, policy));
    }

    private Verdict<List<Face>> lawful(ConsentRequest request, List<Face> faces) {
        if (faces.stream().anyMatch(face -> face.faces().publicFigure())) {
            var why = "a public figure, whatever was attested (api-facts 4)";
            return Verdict.refuse(ConsentErrors.contentPolicyViolation(form()), why);
        }
        if (faces.stream().anyMatch(face -> face.faces().minor())) {
            var word = suggestive.firstIn(request.prompt());
            if (word.isPresent()) {
                var why = "a minor, and the prompt holds \"" + word.get() + "\", whatever was attested (api-facts 4)";
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
                        + " and holds a face; width by height must be between 0.4 and 2.5, both excluded (api-facts 4)";
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
            return Verdict.accept(new ConsentOutcome.Remembered(counted + " (api-facts 4)"));
        }
        if (request.attested()) {
            var media = faces.stream().map(Face::medium).toList();
            var why = counted + ", and the request brings consent for all";
            return Verdict.accept(new ConsentOutcome.Attested(media, policy.version(), why));
        }
        return Verdict.refuse(
                ConsentErrors.needsConsent(roles(faces), policy.version(), policy.text()), counted + " (api-facts 4)");
    }

    private static List<String> roles(List<Face> faces) {
        return faces.stream()
                .map(face -> face.medium().role())
                .distinct()
                .sorted()
                .map(MediaRole::wire)
                .toList();
    }

    private static ConsentOutcome leftToProvider(List<Face> faces) {
        if (faces.isEmpty()) {
            return new ConsentOutcome.NotAsked("no face in any medium (api-facts 4)");
        }
        var roles = roles(faces).stream().collect(Collectors.joining(", "));
        return new ConsentOutcome.ProviderWillRefuse("a face in " + roles
                + ": the model asks for no consent, the provider refuses the job later (api-facts 4)");
    }

    private List<Face> faces(ConsentRequest request) {
        var found = new ArrayList<Face>();
        for (var medium : request.media()) {
            if (medium.role() != MediaRole.VIDEO || quirks.is(Quirk.SCAN_VIDEO_URL, "on")) {
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
    public static ContentForm contentForm(Quirks quirks) {
        return quirks.is(Quirk.CONTENT_VIOLATION_BODY, "token") ? ContentForm.TOKEN : ContentForm.MESSAGE;
    }
}

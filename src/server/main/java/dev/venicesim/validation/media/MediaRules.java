package dev.venicesim.validation.media;

import dev.venicesim.api.Verified;
import dev.venicesim.catalog.Model;
import dev.venicesim.catalog.RequestField;
import dev.venicesim.error.RequestErrors;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.Violation;
import dev.venicesim.error.ViolationPath;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.validation.MediaRole;
import dev.venicesim.validation.RequestedClip;
import dev.venicesim.validation.RuleOrigin;
import dev.venicesim.validation.media.MediaRule.Asked;
import dev.venicesim.validation.media.MediaRule.OfField;
import dev.venicesim.validation.media.MediaRule.OfMedium;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rules about the media of a queue request, judged over what was measured of them. A refusal is the sentence of the
 * API's error table, status and all, where the request breaks no other; else one Zod answer with every problem in the
 * order of the fields.
 */
public final class MediaRules {

    private static final OfMedium ADDRESS = new OfMedium(
            new RuleOrigin("media-host", "docs/api/media.md, \"Addresses of media\"; wording ours", "2026-10-02"),
            model -> true,
            EnumSet.allOf(MediaRole.class),
            (medium, model) -> address(medium),
            model -> "a medium is a data URL, or lies at a public http(s) address");

    private static final List<MediaRule> TABLE = Stream.of(
                    List.<MediaRule>of(ADDRESS), ImageRules.TABLE, VideoRules.TABLE, SoundRules.TABLE)
            .flatMap(List::stream)
            .toList();

    private MediaRules() {}

    private record Problem(ViolationPath path, MediaComplaint complaint, RuleOrigin origin) {}

    /**
     * Judges the media of a request.
     *
     * @param media in the order of the schema's fields
     */
    public static Verdict<List<JudgedMedium>> judge(List<JudgedMedium> media, Model model, RequestedClip clip) {
        var problems = new ArrayList<Problem>();
        var groups = new LinkedHashMap<String, List<JudgedMedium>>();
        media.forEach(medium -> groups.computeIfAbsent(group(medium, model), key -> new ArrayList<>())
                .add(medium));
        groups.values().forEach(group -> judgeGroup(group, new Asked(model, clip), problems));
        return problems.isEmpty() ? Verdict.accept(media) : refuse(problems);
    }

    /**
     * Judges only whether a video can be read, as the quote of an upscale does. Nobody opens an address, so that any
     * will do.
     */
    @Verified(on = "2026-10-02", source = "docs/api/quote.md#quote-of-an-upscale")
    public static Verdict<JudgedMedium> readable(JudgedMedium video, Model model) {
        if (video.state() == JudgedMedium.State.FORBIDDEN) {
            return Verdict.accept(video);
        }
        var problems = new ArrayList<Problem>();
        for (var rule : List.of(ADDRESS, VideoRules.UNREADABLE)) {
            rule.judge()
                    .judge(video, model)
                    .ifPresent(
                            complaint -> problems.add(new Problem(video.input().path(), complaint, rule.origin())));
        }
        return problems.isEmpty() ? Verdict.accept(video) : refuse(problems);
    }

    /** The rules that hold for a model's media, in words, each with its source and date. */
    public static List<String> describe(Model model) {
        var taken = roles(model);
        return TABLE.stream()
                .filter(rule -> rule.when().test(model) && rule.roles().stream().anyMatch(taken::contains))
                .map(rule -> rule.says().apply(model) + " · " + rule.origin())
                .toList();
    }

    private static Set<MediaRole> roles(Model model) {
        return model.rules().accepted().stream()
                .flatMap(input -> MediaRole.of(input).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MediaRole.class)));
    }

    /** What is judged together: a field, and all fields in which references of one kind may come. */
    private static String group(JudgedMedium medium, Model model) {
        return switch (medium.input().role()) {
            case REFERENCE_VIDEO, REFERENCE_AUDIO -> medium.input().role().label();
            case AUDIO -> isReference(model) ? MediaRole.REFERENCE_AUDIO.label() : field(medium);
            default -> field(medium);
        };
    }

    /** Whether a model takes {@code audio_url} for the old name of a reference. */
    private static boolean isReference(Model model) {
        return model.rules().countedWith(RequestField.REFERENCE_AUDIO_URLS).contains(RequestField.AUDIO_URL);
    }

    /** Where a problem of several media is told: at the list rather than at the old name of its entry. */
    private static JudgedMedium place(List<JudgedMedium> media) {
        return media.stream()
                .filter(medium -> medium.input().role() != MediaRole.AUDIO)
                .findFirst()
                .orElse(media.get(0));
    }

    private static String field(JudgedMedium medium) {
        return medium.input().path().steps().get(0).toString();
    }

    private static void judgeGroup(List<JudgedMedium> media, Asked asked, List<Problem> problems) {
        var before = problems.size();
        media.forEach(medium -> judgeMedium(medium, asked.model(), problems));
        if (problems.size() > before) {
            return;
        }
        for (var rule : TABLE) {
            if (rule instanceof OfField together && holds(together, asked.model(), place(media))) {
                together.judge()
                        .judge(media, asked)
                        .ifPresent(complaint -> problems.add(
                                new Problem(ViolationPath.of(field(place(media))), complaint, rule.origin())));
            }
        }
    }

    /** Every rule a medium breaks; of a file that is no image, its size is not worth telling. */
    private static void judgeMedium(JudgedMedium medium, Model model, List<Problem> problems) {
        var before = problems.size();
        for (var rule : TABLE) {
            if (rule instanceof OfMedium single && holds(single, model, medium)) {
                single.judge()
                        .judge(medium, model)
                        .ifPresent(complaint ->
                                problems.add(new Problem(medium.input().path(), complaint, rule.origin())));
                if (problems.size() > before && !medium.isOfItsField()) {
                    return;
                }
            }
        }
    }

    private static boolean holds(MediaRule rule, Model model, JudgedMedium medium) {
        return rule.roles().contains(medium.input().role()) && rule.when().test(model);
    }

    private static Optional<MediaComplaint> address(JudgedMedium medium) {
        return switch (medium.state()) {
            case FORBIDDEN -> Optional.of(new MediaComplaint.OfField(ViolationTexts.NOT_PUBLIC));
            case NO_MEDIUM -> Optional.of(new MediaComplaint.OfField(ViolationTexts.NOT_AN_ADDRESS));
            case WHOLE, BROKEN, DECLARED -> Optional.empty();
        };
    }

    private static <T> Verdict<T> refuse(List<Problem> problems) {
        var why = "refused by "
                + problems.stream()
                        .limit(10)
                        .map(problem -> problem.origin() + " at " + problem.path())
                        .collect(Collectors.joining("; "));
        var first = problems.get(0).complaint();
        if (first instanceof MediaComplaint.OfTable table
                && problems.stream()
                        .allMatch(problem -> problem.complaint().text().equals(first.text()))) {
            return Verdict.refuse(table.error(), why);
        }
        List<Violation> violations = problems.stream()
                .<Violation>map(problem ->
                        new Violation.Custom(problem.path(), problem.complaint().text()))
                .toList();
        return Verdict.refuse(RequestErrors.invalid(violations), why);
    }
}

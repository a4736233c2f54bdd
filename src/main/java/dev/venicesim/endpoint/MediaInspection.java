package dev.venicesim.endpoint;

import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.validation.QueueRequest;
import dev.venicesim.validation.media.MediaRules;

/** Where the media of a request are measured and judged. A body large enough for that to take time is already on a worker. */
final class MediaInspection {

    private static final String SHA256 = "sha256:";

    Verdict<Draft> inspect(Call call, SlicedJson body, QueueRequest request) {
        var look = new MediaLook(call.world(), body);
        var media = request.media().stream().map(look::at).toList();
        media.forEach(medium -> note(call, body, medium));
        var seen = media.stream().map(MediaViews::of).toList();
        return MediaRules.judge(seen, request.model(), request.clip())
                .then(fit -> Verdict.accept(new Draft(
                        request,
                        media,
                        Sources.of(media),
                        Sources.referenceVideos(media),
                        new Draft.Plan(call.settings().behaviour().pace(), new Outcome.Completes()))));
    }

    private static void note(Call call, SlicedJson body, Inspected medium) {
        call.why().note(noted(medium));
        var facts = medium.facts();
        if (facts.state() != MediaState.UNDECODABLE && facts.identity().startsWith(SHA256)) {
            body.slice(medium.input().value())
                    .ifPresent(slice -> call.why()
                            .decoded(
                                    slice.offset(),
                                    facts.identity().substring(SHA256.length()),
                                    facts.measures().bytes().orElse(0)));
        }
    }

    private static String noted(Inspected medium) {
        return medium.input().path() + " is " + MediaWords.of(medium);
    }
}

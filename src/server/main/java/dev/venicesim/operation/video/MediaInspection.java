package dev.venicesim.operation.video;

import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.media.probe.facts.MediaState;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.validation.QueueRequest;
import dev.venicesim.validation.media.MediaRules;

/**
 * Inspection of the media of a request: they are measured and judged. A body large enough for that to take time is
 * already on a worker.
 */
final class MediaInspection {

    private static final String SHA256 = "sha256:";

    Verdict<ValidatedRequest> inspect(Exchange exchange, SlicedJson body, QueueRequest request) {
        var look = new MediumInspector(exchange.world(), body);
        var media = request.media().stream().map(look::at).toList();
        media.forEach(medium -> note(exchange, body, medium));
        var seen = media.stream().map(MediaViews::of).toList();
        return MediaRules.judge(seen, request.model(), request.clip())
                .then(fit -> Verdict.accept(new ValidatedRequest(
                        request,
                        media,
                        ClipSources.of(media),
                        ClipSources.referenceVideos(media),
                        new ValidatedRequest.Plan(
                                exchange.settings().behaviour().pace(), new Outcome.Completes()))));
    }

    private static void note(Exchange exchange, SlicedJson body, InspectedMedium medium) {
        exchange.why().note(noted(medium));
        var facts = medium.facts();
        if (facts.state() != MediaState.UNDECODABLE && facts.identity().startsWith(SHA256)) {
            body.slice(medium.input().value())
                    .ifPresent(slice -> exchange.why()
                            .decoded(
                                    slice.offset(),
                                    facts.identity().substring(SHA256.length()),
                                    facts.measures().bytes().orElse(0)));
        }
    }

    private static String noted(InspectedMedium medium) {
        return medium.input().path() + " is " + MediumDescription.of(medium);
    }
}

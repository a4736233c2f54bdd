package dev.venicesim.endpoint;

import dev.venicesim.billing.quote.SourceMedia;
import dev.venicesim.error.Verdict;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.json.SlicedJson;
import dev.venicesim.validation.QueueRequest;
import java.time.Duration;
import java.util.List;

/** Where the media of a request are measured and judged. */
final class MediaInspection {

    Verdict<Draft> inspect(Call call, SlicedJson body, QueueRequest request) {
        return Verdict.accept(new Draft(
                request,
                List.of(),
                SourceMedia.UNKNOWN,
                Duration.ZERO,
                new Draft.Plan(call.settings().behaviour().pace(), new Outcome.Completes())));
    }
}

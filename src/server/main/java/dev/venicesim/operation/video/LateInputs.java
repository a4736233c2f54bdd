package dev.venicesim.operation.video;

import dev.venicesim.catalog.ApiQuirk;
import dev.venicesim.jobs.LateFailures;
import dev.venicesim.jobs.Outcome;
import dev.venicesim.media.probe.facts.Size;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.validation.RequestedClip;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Translator of a request into what the late failures look at; a scenario or a magic prompt has the first word. */
final class LateInputs {

    private LateInputs() {}

    /** What becomes of a job whose planned outcome is its video. */
    static Outcome outcome(
            Exchange exchange, ValidatedRequest valid, Outcome planned, Predicate<InspectedMedium> hasFace) {
        if (!(planned instanceof Outcome.Completes) || !exchange.quirks().is(ApiQuirk.LATE_FAILURES, "on")) {
            return planned;
        }
        var struck = LateFailures.strike(seen(valid, hasFace));
        struck.ifPresent(failure -> exchange.why()
                .note("the provider will refuse the input, and the price is kept: " + failure.name() + " ("
                        + failure.source() + ")"));
        return struck.map(LateFailures.Struck::outcome).orElse(planned);
    }

    private static LateFailures.Seen seen(ValidatedRequest valid, Predicate<InspectedMedium> hasFace) {
        var request = valid.request();
        return new LateFailures.Seen(
                request.model().id(),
                request.prompt(),
                request.taskType().orElse(""),
                RequestedClip.seconds(request.clip().duration().orElse("")) > 0,
                request.elementWithBoth(),
                valid.media().stream().map(medium -> medium(medium, hasFace)).toList());
    }

    private static LateFailures.Medium medium(InspectedMedium inspected, Predicate<InspectedMedium> hasFace) {
        var measures = inspected.facts().measures();
        return new LateFailures.Medium(
                inspected.input().role().label(),
                pixels(measures.size().map(Size::width)),
                pixels(measures.size().map(Size::height)),
                measures.duration().orElse(Duration.ZERO),
                hasFace.test(inspected),
                inspected.magic().unfetchable());
    }

    private static int pixels(Optional<Long> side) {
        return (int) Math.min(Integer.MAX_VALUE, side.orElse(0L));
    }
}

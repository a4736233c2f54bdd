package dev.venicesim.operation.download;

import dev.venicesim.download.LinkDecision;
import dev.venicesim.download.LinkState;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import java.util.Optional;
import java.util.function.Function;

/** Change of a download link's state, in one atomic step. */
final class LinkChange {

    private LinkChange() {}

    static LinkDecision apply(Exchange exchange, VideoJob job, Function<LinkState, LinkDecision> transition) {
        return exchange.world().compute(StateKinds.LINK, job.queueId(), found -> {
            var issued = found.orElseGet(() -> LinkState.issued(job.timeline().queuedAt()));
            var decision = transition.apply(issued);
            return new Transition<>(Optional.of(decision.state()), decision);
        });
    }
}

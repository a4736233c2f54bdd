package dev.venicesim.control;

import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.event.EventLog;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.run.Beginnings;
import dev.venicesim.service.Services;
import dev.venicesim.service.StoreMeter;
import dev.venicesim.wire.Reply;
import dev.venicesim.wire.Request;
import dev.venicesim.world.WorldDeclaration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * Context of the control API's calls.
 *
 * @param services what they share with the simulated API
 * @param plain what the server was told of worlds nobody declared, without its scenario
 * @param version the simulator's
 * @param workers for what takes longer than the thread that reads requests should be held
 * @param storage how the store does
 * @param live what goes on telling what happens
 */
public record ControlContext(
        Services services, WorldDeclaration plain, String version, Executor workers, Storage storage, Live live) {

    /**
     * Storage of what is changed.
     *
     * @param ready whether it is kept
     * @param meter how long replies wait for it
     * @param calls makes the calls of the control API, away from the threads that read requests
     */
    public record Storage(BooleanSupplier ready, StoreMeter meter, Executor calls) {}

    /**
     * Events, the watch over jobs whose time comes, the videos that the page plays, requests that are tried, and how
     * worlds began.
     */
    public record Live(EventLog events, DueJobs due, Videos videos, Trials trials, Beginnings beginnings) {}

    /** What delivers a finished job's video. */
    @FunctionalInterface
    public interface Videos {
        Reply deliver(VideoJob job, long seed, Request request);
    }

    /** What a world nobody declared is made from. */
    WorldDeclaration defaults() {
        return services.worlds().defaults();
    }

    /** The edition that a call is about: the one it names, or the server's own. */
    ApiEdition edition(Request request) {
        return request.parameter("edition")
                .map(id -> ApiEdition.find(id)
                        .orElseThrow(() -> ProblemException.badRequest("no edition is called \"" + id + "\"")))
                .orElse(defaults().behaviour().edition());
    }
}

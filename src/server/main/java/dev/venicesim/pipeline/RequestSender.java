package dev.venicesim.pipeline;

import dev.venicesim.auth.Caller;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.limits.LimitSubject;
import dev.venicesim.world.World;
import java.util.Optional;

/**
 * Sender of a request, and the world it belongs to.
 *
 * @param caller who calls
 * @param world whose the request is
 * @param subject who is counted
 * @param linked the job whose download link was opened; empty for all other requests
 */
public record RequestSender(Caller caller, World world, LimitSubject subject, Optional<VideoJob> linked) {

    RequestSender(Caller caller, World world, LimitSubject subject) {
        this(caller, world, subject, Optional.empty());
    }

    /** Somebody of whom no more than the address is known. */
    static RequestSender unknown(World world, String address) {
        return new RequestSender(Caller.ANONYMOUS, world, LimitSubject.address(address));
    }
}

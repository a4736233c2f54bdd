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
 * @param counting the world that keeps what is counted; the same, but for a key that is refused
 * @param linked the job whose download link was opened; empty for all other requests
 */
public record RequestSender(
        Caller caller, World world, LimitSubject subject, World counting, Optional<VideoJob> linked) {

    RequestSender(Caller caller, World world, LimitSubject subject) {
        this(caller, world, subject, world, Optional.empty());
    }

    /** The same, whose failures are those of a key that it shows and that is refused. */
    RequestSender showing(LimitSubject key, World ofKey) {
        return new RequestSender(caller, world, key, ofKey, linked);
    }

    /** Somebody of whom no more than the address is known. */
    static RequestSender unknown(World world, String address) {
        return new RequestSender(Caller.ANONYMOUS, world, LimitSubject.address(address));
    }
}

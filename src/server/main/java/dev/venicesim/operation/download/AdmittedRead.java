package dev.venicesim.operation.download;

import dev.venicesim.download.LinkLifecycle;
import dev.venicesim.download.LinkState;
import dev.venicesim.jobs.VideoJob;
import dev.venicesim.pipeline.Exchange;
import dev.venicesim.world.StateKinds;
import dev.venicesim.world.Transition;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * Read of a link that was admitted and may become a full one. It is counted while it is under way, and given back if it
 * breaks off, turns out to be a part, or never begins, as with a fault or a 304.
 */
final class AdmittedRead implements VideoDelivery.Delivered {

    /** For a request that takes no full read, whatever comes of it. */
    static final VideoDelivery.Delivered NONE = (sent, total, whole) -> {};

    private final Exchange exchange;
    private final VideoJob job;
    private final LinkLifecycle links;
    private final AtomicBoolean over = new AtomicBoolean();

    private AdmittedRead(Exchange exchange, VideoJob job, LinkLifecycle links) {
        this.exchange = exchange;
        this.job = job;
        this.links = links;
    }

    static AdmittedRead of(Exchange exchange, VideoJob job, LinkLifecycle links) {
        var read = new AdmittedRead(exchange, job, links);
        exchange.request().whenAnswered(() -> read.end(links::brokenOff));
        return read;
    }

    @Override
    public void isNoFullRead() {
        end(links::brokenOff);
    }

    @Override
    public void ended(ByteRange sent, long total, boolean whole) {
        end(state -> whole ? links.delivered(state, sent.first(), sent.length(), total) : links.brokenOff(state));
    }

    /** A world that was reset or deleted meanwhile knows of no link, and learns of none. */
    private void end(UnaryOperator<LinkState> change) {
        if (over.compareAndSet(false, true)) {
            var world = exchange.world();
            world.aside(() ->
                    world.compute(StateKinds.LINK, job.queueId(), found -> new Transition<>(found.map(change), true)));
        }
    }
}

package dev.venicesim.store;

import dev.venicesim.time.Alarm;
import dev.venicesim.time.TimeSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Time of all servers that share a database, which is the database's: each adds to its own clock what that lacks. So
 * what one server has seen is not in the future of another, whose clock is a second behind.
 */
final class DatabaseTime implements TimeSource {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseTime.class);

    /** A clock that is off by more is wrong on purpose, or shall be set by whoever it belongs to. */
    static final Duration MOST = Duration.ofSeconds(5);

    /** Less is the network's wavering, and time shall not jump for it. */
    private static final Duration LEAST = Duration.ofMillis(50);

    private static final int LEAST_SAMPLES = 3;
    private static final int MOST_SAMPLES = 20;

    /** A sample that came back so soon is good enough. */
    private static final long SOON_NANOS = Duration.ofMillis(5).toNanos();

    private final TimeSource own;
    private volatile Duration lack = Duration.ZERO;

    DatabaseTime(TimeSource own) {
        this.own = own;
    }

    /** Compares the clocks; of a few samples the one counts that came back soonest. */
    void measure(PostgresSession session) throws SQLException {
        var soonest = Long.MAX_VALUE;
        var measured = Duration.ZERO;
        for (var i = 0; i < LEAST_SAMPLES || (soonest > SOON_NANOS && i < MOST_SAMPLES); i++) {
            var began = own.nanos();
            var theirs = session.now();
            var nanos = own.nanos() - began;
            if (nanos < soonest) {
                soonest = nanos;
                measured = Duration.between(own.now(), theirs.plusNanos(nanos / 2));
            }
        }
        take(measured);
    }

    private void take(Duration measured) {
        if (measured.abs().compareTo(MOST) > 0) {
            LOG.warn(
                    "the clock of this machine and the database's are {} s apart, and replicas want clocks that agree to"
                            + " a second; set the clock",
                    measured.abs().toSeconds());
        } else if (measured.minus(lack).abs().compareTo(LEAST) > 0) {
            lack = measured;
        }
    }

    @Override
    public Instant now() {
        return own.now().plus(lack);
    }

    @Override
    public long nanos() {
        return own.nanos();
    }

    @Override
    public Alarm alarm(Alarm system) {
        return own.alarm(system);
    }
}

package dev.venicesim.catalog.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * Measure of the seconds that are paid for.
 *
 * @param countsReferences whether seconds of reference video are paid for beside those of the clip
 * @param maxSeconds what both together count for at most
 */
public record BilledTime(boolean countsReferences, BigDecimal maxSeconds) {

    /** Without a bound. */
    static final BigDecimal UNBOUNDED = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** The clip's own seconds. */
    public static final BilledTime OF_THE_CLIP = new BilledTime(false, UNBOUNDED);

    BigDecimal of(ClipUsage usage) {
        var seconds = countsReferences ? usage.seconds().add(usage.referenceSeconds()) : usage.seconds();
        return seconds.min(maxSeconds);
    }

    /** Whether reference video is paid for in this clip. */
    boolean countsVideoOf(ClipUsage usage) {
        return countsReferences && usage.referenceSeconds().signum() > 0;
    }

    void writeTo(ObjectNode row) {
        if (countsReferences) {
            row.put("countsReferenceSeconds", true);
        }
        if (maxSeconds.compareTo(UNBOUNDED) < 0) {
            row.put("maxBilledSeconds", maxSeconds);
        }
    }
}

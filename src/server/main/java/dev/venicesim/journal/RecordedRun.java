package dev.venicesim.journal;

import java.util.List;

/**
 * Run of a world as its journal has it, at one moment.
 *
 * @param entries the requests that are kept, oldest first
 * @param changes what was changed by hand between them
 * @param lost how many requests and changes are no longer kept
 */
public record RecordedRun(List<RequestRecord> entries, List<ControlChange> changes, long lost) {

    /** Of a world without a journal. */
    public static final RecordedRun NOTHING = new RecordedRun(List.of(), List.of(), 0);
}

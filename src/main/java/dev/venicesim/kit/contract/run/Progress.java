package dev.venicesim.kit.contract.run;

import dev.venicesim.money.Usd;

/** Told how a run goes. */
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = (row, done, of, spent) -> {};

    /** A check has ended. */
    void ended(Report.Row row, int done, int of, Usd spent);

    /** The run ends early, and first cleans up after this many jobs. */
    default void cleaning(int jobs) {}
}

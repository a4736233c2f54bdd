package dev.venicesim.contract.run;

import dev.venicesim.money.Usd;

/** Listener that is told how a run goes. */
public interface RunListener {

    /** Hears nothing. */
    RunListener SILENT = (row, done, of, spent) -> {};

    /** A check has ended. */
    void ended(RunReport.Row row, int done, int of, Usd spent);

    /** The run ends early, and first cleans up after this many jobs. */
    default void cleaning(int jobs) {}
}

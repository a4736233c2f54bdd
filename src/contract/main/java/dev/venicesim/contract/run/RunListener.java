package dev.venicesim.contract.run;

import dev.venicesim.money.Usd;

/** Listener that is told how a run goes. */
public interface RunListener {

    /** Hears nothing. */
    RunListener SILENT = (row, done, of, spent) -> {};

    /** The first request is about to be sent; so many callers, each with limits of its own, share the work. */
    default void begins(int callers) {}

    /** A check has ended. */
    void ended(RunReport.Row row, int done, int of, Usd spent);

    /** The run ends early, and first cleans up after this many jobs. */
    default void cleaning(int jobs) {}
}

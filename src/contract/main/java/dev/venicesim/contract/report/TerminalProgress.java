package dev.venicesim.contract.report;

import dev.venicesim.contract.run.RunListener;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.money.Usd;

/** Display of a run on a terminal as it goes. */
public final class TerminalProgress implements RunListener {

    private final TerminalReport terminal;

    public TerminalProgress(TerminalReport terminal) {
        this.terminal = terminal;
    }

    @Override
    public void ended(RunReport.Row row, int done, int of, Usd spent) {
        terminal.ended(row, done, of, spent);
    }

    @Override
    public void cleaning(int jobs) {
        terminal.cleaning(jobs);
    }
}

package dev.venicesim.kit.contract.report;

import dev.venicesim.kit.contract.run.Progress;
import dev.venicesim.kit.contract.run.Report;
import dev.venicesim.money.Usd;

/** Shows a run on a terminal as it goes. */
public final class TerminalProgress implements Progress {

    private final TerminalReport terminal;

    public TerminalProgress(TerminalReport terminal) {
        this.terminal = terminal;
    }

    @Override
    public void ended(Report.Row row, int done, int of, Usd spent) {
        terminal.ended(row, done, of, spent);
    }

    @Override
    public void cleaning(int jobs) {
        terminal.cleaning(jobs);
    }
}

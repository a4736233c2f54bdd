package dev.venicesim.contract.report;

import dev.venicesim.contract.run.RunListener;
import dev.venicesim.contract.run.RunReport;
import dev.venicesim.money.Usd;
import java.util.function.IntConsumer;

/** Display of a run on a terminal as it goes. */
public final class TerminalProgress implements RunListener {

    private final TerminalReport terminal;
    private final IntConsumer outlook;

    /**
     * @param outlook is told how many callers share the work, before the first check
     */
    public TerminalProgress(TerminalReport terminal, IntConsumer outlook) {
        this.terminal = terminal;
        this.outlook = outlook;
    }

    @Override
    public void begins(int callers) {
        outlook.accept(callers);
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

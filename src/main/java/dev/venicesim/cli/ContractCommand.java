package dev.venicesim.cli;

import dev.venicesim.kit.contract.WholeFile;
import dev.venicesim.kit.contract.target.Trouble;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** What the commands that talk to the real API have in common: the shape of their failures, in one line and an exit code. */
abstract class ContractCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /**
     * Does the work and gives the exit code.
     *
     * @throws IllegalArgumentException naming setting, value and fix
     * @throws Trouble if the target gives no usable answer
     */
    abstract int run() throws InterruptedException;

    @Override
    public Integer call() throws InterruptedException {
        LogLevel.quiet();
        try {
            return run();
        } catch (IllegalArgumentException | WholeFile.CannotWriteException e) {
            throw CommandFailure.misuse(e);
        } catch (Trouble trouble) {
            throw CommandFailure.unreachable(trouble);
        } finally {
            out().flush();
        }
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}

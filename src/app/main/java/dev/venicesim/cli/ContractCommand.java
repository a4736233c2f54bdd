package dev.venicesim.cli;

import dev.venicesim.contract.WholeFile;
import dev.venicesim.contract.http.TargetFailure;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Base of the commands that talk to the real API: the shape of their failures, in one line and an exit code. */
abstract class ContractCommand implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private @Nullable PrintWriter out;

    /**
     * Does the work and gives the exit code.
     *
     * @throws IllegalArgumentException naming setting, value and fix
     * @throws TargetFailure if the target gives no usable answer
     */
    abstract int run() throws InterruptedException;

    @Override
    public Integer call() throws InterruptedException {
        LogLevel.quiet();
        try {
            return run();
        } catch (IllegalArgumentException | WholeFile.CannotWriteException e) {
            throw CommandFailure.misuse(e);
        } catch (TargetFailure targetFailure) {
            throw CommandFailure.unreachable(targetFailure);
        } finally {
            out().flush();
        }
    }

    /** For what a target says, too: none of it reaches the terminal as more than text. */
    PrintWriter out() {
        if (out == null) {
            out = PlainText.writer(spec.commandLine().getOut());
        }
        return out;
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}

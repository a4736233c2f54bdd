package dev.venicesim.cli;

import dev.venicesim.json.BoundedFile;
import dev.venicesim.run.RunFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** Argument that names the file of a run. */
final class RunFileArgument {

    @Parameters(paramLabel = "FILE", description = "The run: what GET /__sim/worlds/{id}/run gave.")
    private Path file = Path.of("run.json");

    /**
     * @throws CommandFailure in one line if it is none
     */
    RunFile read() {
        try {
            return RunFile.read(BoundedFile.bytes(file));
        } catch (NoSuchFileException e) {
            throw unusable("there is no such file", e);
        } catch (IOException e) {
            throw unusable("it cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private CommandFailure unusable(String why, Exception cause) {
        return CommandFailure.misuse(new IllegalArgumentException(
                "run cannot be \"" + file + "\": " + why + "; give a file that GET /__sim/worlds/{id}/run wrote",
                cause));
    }
}

package dev.venicesim.cli;

/** End of a command with one line for the user and an exit code. */
final class CommandFailure extends RuntimeException {

    /** A command could not do its work. */
    static final int FAILED = 1;

    /** The command was used wrongly. */
    static final int MISUSE = 2;

    /** The target of a command does not answer as the API would. */
    static final int UNREACHABLE = 3;

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static CommandFailure misuse(RuntimeException cause) {
        return new CommandFailure(MISUSE, String.valueOf(cause.getMessage()), cause);
    }

    static CommandFailure failed(String message, Throwable cause) {
        return new CommandFailure(FAILED, message, cause);
    }

    static CommandFailure unreachable(RuntimeException cause) {
        return new CommandFailure(UNREACHABLE, String.valueOf(cause.getMessage()), cause);
    }

    int exitCode() {
        return exitCode;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

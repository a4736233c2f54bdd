package dev.venicesim.mcp;

/** Connection to the control API of a running simulator. */
@FunctionalInterface
public interface ControlConnection {

    /** Reply of a call. */
    record Reply(int status, String text) {

        boolean isError() {
            return status >= 400;
        }
    }

    /**
     * Calls it.
     *
     * @param path without {@code /__sim}, with its query
     * @param type of the body; empty for none
     * @throws RuntimeException if the simulator does not answer, with a message for people
     */
    Reply call(String method, String path, String type, String body) throws InterruptedException;
}

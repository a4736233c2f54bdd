package dev.venicesim.wire;

/**
 * Handler of requests. Called on the thread that reads the connection, so it never blocks; what takes long becomes a
 * {@link Reply.Later}.
 */
@FunctionalInterface
public interface Handler {

    Reply handle(Request request);

    /** Answers a request whose body is larger than what is kept, and so is not there. */
    default Reply.Now tooLarge(Request request) {
        return Reply.empty(413);
    }
}

package dev.venicesim.wire;

/** Answers requests. Called on the thread that reads the connection, so it never blocks; what takes long becomes a {@link Reply.Later}. */
@FunctionalInterface
public interface Handler {

    Reply handle(Request request);
}

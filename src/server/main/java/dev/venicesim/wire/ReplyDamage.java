package dev.venicesim.wire;

/**
 * Damage to a reply between server and client. Over HTTP/2 it is the stream that breaks; its neighbours on the
 * connection are unharmed.
 */
public sealed interface ReplyDamage {

    /** The connection is reset before a byte of the reply is sent. */
    record Reset() implements ReplyDamage {}

    /** The connection is reset once so many bytes of the body are sent. */
    record ResetAfter(long bytes) implements ReplyDamage {}

    /**
     * The connection is closed in good order once so many bytes of the body are sent, under the Content-Length of the
     * whole.
     */
    record CloseAfter(long bytes) implements ReplyDamage {}

    /** Not a reply at all: these bytes, then the end of the connection. */
    record Instead(byte[] bytes) implements ReplyDamage {}

    /** The body is sent at this pace. */
    record Trickle(long bytesPerSecond) implements ReplyDamage {}
}

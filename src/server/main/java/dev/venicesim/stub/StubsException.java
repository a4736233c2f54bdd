package dev.venicesim.stub;

/** Mappings that cannot be read, or WireMock missing; the message is one line with file, line and fix. */
public final class StubsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    StubsException(String message, Throwable cause) {
        super(message, cause);
    }

    StubsException(String message) {
        super(message);
    }
}

package dev.venicesim.world;

/** Exception of a credential that a declared world already holds. */
public final class CredentialTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CredentialTakenException() {
        super("a world already holds this credential; delete it first, or declare another credential");
    }
}

package dev.venicesim.auth;

/** A caller that was recognised, and what is still to be done before it may go on. */
public sealed interface Identity {

    Caller caller();

    /** A caller with nothing left to do. */
    record Known(Caller caller) implements Identity {}

    /** A wallet whose signature holds; it goes on once its nonce was spent in the wallet's {@link NonceWindow}. */
    record SignedIn(Caller.Wallet caller, String nonce) implements Identity {}
}

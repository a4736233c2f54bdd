package dev.venicesim.crypto;

import java.util.function.Supplier;

/**
 * The one place where a missing Bouncy Castle turns into a sentence. Classes named {@code Bouncy*} may only be touched
 * from within {@link #with}.
 */
final class BouncyCastle {

    /** What most of it is for. */
    static final String WALLETS = "Checking an EVM wallet";

    private static final String COORDINATES = "org.bouncycastle:bcprov-jdk18on";

    private BouncyCastle() {}

    /**
     * What the work gives.
     *
     * @param what cannot be done without the library, as a sentence begins with it
     */
    static <T> T with(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (NoClassDefFoundError e) {
            throw new MissingLibraryException(what, COORDINATES, e);
        }
    }
}

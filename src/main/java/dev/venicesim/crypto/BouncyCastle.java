package dev.venicesim.crypto;

import java.util.function.Supplier;

/** The one place where a missing Bouncy Castle turns into a sentence. Classes named {@code Bouncy*} may only be touched from within {@link #with}. */
final class BouncyCastle {

    private static final String COORDINATES = "org.bouncycastle:bcprov-jdk18on";

    private BouncyCastle() {}

    static <T> T with(Supplier<T> work) {
        try {
            return work.get();
        } catch (NoClassDefFoundError e) {
            throw new MissingLibraryException("Checking an EVM wallet", COORDINATES, e);
        }
    }
}

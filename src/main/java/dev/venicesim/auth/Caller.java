package dev.venicesim.auth;

import dev.venicesim.crypto.WalletAddress;

/** Who makes a request. */
public sealed interface Caller {

    /** Nobody in particular. Where a wallet could have signed in, the answer to this caller is the 402 discovery. */
    Caller ANONYMOUS = new Anonymous();

    /** A bearer key; its text never shows in {@code toString}. */
    record ApiKey(String key) implements Caller {

        /** What the simulator reads into the key itself. */
        public KeyTraits traits() {
            return KeyTraits.of(key);
        }

        @Override
        public String toString() {
            return "ApiKey[" + Credentials.maskKey(key) + "]";
        }
    }

    /** A wallet whose signature held. */
    record Wallet(WalletAddress address) implements Caller {}

    record Anonymous() implements Caller {}
}

package dev.venicesim.auth;

import dev.venicesim.net.BearerScheme;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.wallet.protocol.WalletAddress;
import java.util.Optional;

/** Caller of a request: who makes it. */
public sealed interface Caller {

    /** Nobody in particular. Where a wallet could have signed in, the answer to this caller is the 402 discovery. */
    Caller ANONYMOUS = new Anonymous();

    /** A bearer key; its text never shows in {@code toString}. */
    record ApiKey(String key) implements Caller {

        /** The key in the value of an {@code Authorization} header, if it holds one. */
        public static Optional<ApiKey> in(String authorization) {
            return BearerScheme.in(authorization).map(ApiKey::new);
        }

        /** What the simulator reads into the key itself. */
        public KeyTraits traits() {
            return KeyTraits.of(key);
        }

        @Override
        public String toString() {
            return "ApiKey[" + CredentialMask.maskKey(key) + "]";
        }
    }

    /** A wallet whose signature held. */
    record Wallet(WalletAddress address) implements Caller {}

    record Anonymous() implements Caller {}
}

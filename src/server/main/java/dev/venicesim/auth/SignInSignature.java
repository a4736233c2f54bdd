package dev.venicesim.auth;

import dev.venicesim.api.Verified;
import dev.venicesim.crypto.Base58;
import dev.venicesim.crypto.Ed25519;
import dev.venicesim.crypto.Eip191;
import dev.venicesim.crypto.EvmSignature;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.crypto.Secp256k1;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Check that the signature of a sign-in is by the wallet it names. */
final class SignInSignature {

    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#signatures")
    private static final Set<String> EVM_SCHEMES = Set.of("", "eip191");

    private static final Set<String> SOLANA_SCHEMES = Set.of("", "ed25519", "siws");

    private SignInSignature() {}

    static boolean holds(SignInClaim claim) {
        return claim.address().isEvm() ? holdsOnEvm(claim) : holdsOnSolana(claim);
    }

    private static boolean holdsOnEvm(SignInClaim claim) {
        if (!EVM_SCHEMES.contains(claim.scheme())) {
            return false;
        }
        var signature = EvmSignature.parse(claim.signature());
        return signature.isPresent()
                && claim.texts().stream()
                        .map(text -> Secp256k1.signer(Eip191.digest(text), signature.get()))
                        .anyMatch(signer ->
                                signer.equals(Optional.of(claim.address().text())));
    }

    private static boolean holdsOnSolana(SignInClaim claim) {
        if (!SOLANA_SCHEMES.contains(claim.scheme())) {
            return false;
        }
        var key = Base58.decode(claim.address().text()).orElseThrow();
        var text = claim.texts().get(0).getBytes(StandardCharsets.UTF_8);
        return Stream.of(Base58.decode(claim.signature()), HeaderBase64.decode(claim.signature()))
                .flatMap(Optional::stream)
                .anyMatch(signature -> Ed25519.verify(key, text, signature));
    }
}

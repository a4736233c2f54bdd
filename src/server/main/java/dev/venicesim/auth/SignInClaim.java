package dev.venicesim.auth;

import dev.venicesim.error.AuthErrors.SignInCode;
import dev.venicesim.wallet.protocol.SignInMessage;
import dev.venicesim.wallet.protocol.WalletAddress;
import dev.venicesim.wallet.protocol.WalletAddress.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Claim of a sign-in, read but not yet believed.
 *
 * @param payload the header's fields
 * @param address the wallet
 * @param message the fields of the signed text
 * @param texts what may have been signed, likeliest first: the message as sent, or as rebuilt from structured fields
 */
record SignInClaim(SignInPayload payload, WalletAddress address, SignInMessage message, List<String> texts) {

    /** What is wrong, and why. */
    record Problem(SignInCode code, String why) {}

    /** A claim or what is wrong with it. */
    record Reading(Optional<SignInClaim> claim, Problem problem) {

        <T> T fold(Function<SignInClaim, T> good, Function<Problem, T> bad) {
            return claim.isPresent() ? good.apply(claim.get()) : bad.apply(problem);
        }
    }

    private static final Problem BAD_WALLET =
            new Problem(SignInCode.INVALID_WALLET, "address is neither 0x and 40 hex digits nor base58 of 32 bytes");
    private static final Problem BAD_TEXT =
            new Problem(SignInCode.INVALID_MESSAGE, "message is no EIP-4361 text nor its Solana form, or has no nonce");
    private static final Problem BAD_FIELDS =
            new Problem(SignInCode.INVALID_MESSAGE, "the fields do not make a sign-in text: one holds a line break");

    static Reading read(SignInPayload payload) {
        var address = WalletAddress.parse(payload.text("address"));
        if (address.isEmpty()) {
            return new Reading(Optional.empty(), BAD_WALLET);
        }
        return payload.isStructured()
                ? new Reading(rebuilt(payload, address.get()), BAD_FIELDS)
                : new Reading(sent(payload, address.get()), BAD_TEXT);
    }

    String signature() {
        return payload.text("signature");
    }

    /** How it says it was signed, in lower case; empty if it does not say. */
    String scheme() {
        var scheme = payload.text("signatureScheme");
        return scheme.isEmpty() || payload.text("type").equals("eip1271") ? payload.text("type") : scheme;
    }

    private static Optional<SignInClaim> sent(SignInPayload payload, WalletAddress address) {
        var text = payload.text("message");
        return SignInMessage.parse(text)
                .filter(message -> !message.nonce().isBlank())
                .map(message -> new SignInClaim(payload, address, message, List.of(text)));
    }

    /**
     * Reference clients write an EVM address with its checksum into the text, whatever the field holds; others may not.
     */
    private static Optional<SignInClaim> rebuilt(SignInPayload payload, WalletAddress address) {
        var checksummed = message(payload, address.family(), address.display());
        var asSent = message(payload, address.family(), payload.text("address"));
        if (!SignInMessage.parse(checksummed.text()).equals(Optional.of(checksummed))) {
            return Optional.empty();
        }
        var texts =
                List.of(checksummed.text(), asSent.text()).stream().distinct().toList();
        return Optional.of(new SignInClaim(payload, address, checksummed, texts));
    }

    private static SignInMessage message(SignInPayload payload, Family family, String address) {
        return new SignInMessage(
                family,
                payload.text("domain"),
                address,
                payload.text("statement"),
                payload.text("uri"),
                payload.text("version").isEmpty() ? "1" : payload.text("version"),
                Chain.read(payload.get("chainId")).map(Chain::reference).orElse("?"),
                payload.text("nonce"),
                payload.text("issuedAt"),
                payload.text("expirationTime"),
                payload.text("notBefore"),
                payload.text("requestId"),
                resources(payload));
    }

    private static List<String> resources(SignInPayload payload) {
        var resources = new ArrayList<String>();
        payload.get("resources").forEach(resource -> resources.add(resource.asText()));
        return resources;
    }
}

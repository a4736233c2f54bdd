package dev.venicesim.pipeline;

import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.auth.AuthRequest;
import dev.venicesim.auth.Caller;
import dev.venicesim.auth.CallerAuthenticator;
import dev.venicesim.journal.ShownKey;
import dev.venicesim.net.CredentialMask;
import dev.venicesim.service.Services;
import dev.venicesim.wallet.protocol.WalletAddress;
import dev.venicesim.wire.Request;
import dev.venicesim.world.Credential;
import dev.venicesim.world.World;
import java.util.List;
import java.util.Optional;

/**
 * Sender of a request as the journal knows it: who was recognised, or else who the request says it is of, also where that
 * was refused or never looked at.
 */
public final class SenderClaims {

    private SenderClaims() {}

    /** A key, masked, or a wallet's address; empty if it showed neither. */
    static String name(Exchange exchange) {
        if (!(exchange.caller() instanceof Caller.Anonymous)) {
            return exchange.sender().subject().id();
        }
        var claims = claims(exchange.request());
        return CallerAuthenticator.claimed(claims)
                .map(WalletAddress::toString)
                .or(() -> CallerAuthenticator.claimedKey(claims).map(CredentialMask::maskKey))
                .orElse("");
    }

    /** The key that a request shows, whether it is one or not. */
    public static Optional<Credential> key(Request request) {
        return CallerAuthenticator.claimedKey(claims(request)).map(Credential::apiKey);
    }

    /** The key that it was recognised by, or else that it shows. */
    static ShownKey shownKey(Exchange exchange) {
        return ShownKey.of(
                exchange.caller() instanceof Caller.ApiKey known
                        ? Optional.of(known.key())
                        : key(exchange.request()).map(Credential::value));
    }

    /** The world that its claim has, if it has one. */
    static Optional<World> world(Services services, Request request) {
        var claims = claims(request);
        return CallerAuthenticator.claimed(claims)
                .map(address -> Credential.wallet(address.toString()))
                .or(() -> CallerAuthenticator.claimedKey(claims).map(Credential::apiKey))
                .flatMap(services.worlds()::find);
    }

    private static AuthRequest claims(Request request) {
        return new AuthRequest(
                request.headerValues("Authorization"),
                request.headerValues("SIGN-IN-WITH-X"),
                request.headerValues("X-Sign-In-With-X"),
                AcceptedCredentials.KEY_OR_WALLET,
                List.of());
    }
}

package dev.venicesim.contract.check;

import static dev.venicesim.contract.check.Requirement.documented;
import static dev.venicesim.contract.check.Requirement.observed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.http.TargetRequest;
import dev.venicesim.crypto.MissingLibraryException;
import dev.venicesim.json.Json;
import dev.venicesim.wallet.SigningWallet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Checks of sign-ins that must not be taken, each wrong in one point, and of forms that must. */
final class SignInChecks {

    static final String HEADER = "SIGN-IN-WITH-X";
    private static final String PAGE = "docs/api/wallets.md, ";
    private static final String AGE = PAGE + "\"Age of a sign in\"";
    private static final String SIGNATURES = PAGE + "\"Signatures\"";

    private SignInChecks() {}

    static List<Check> all() {
        return Stream.of(common(), edges()).flatMap(List::stream).toList();
    }

    private static List<Check> edges() {
        return List.of(
                refused(
                        "sign-in.just-old",
                        "A sign-in of five and a half minutes ago is refused",
                        AGE,
                        (session, wallet) -> signIn(session, wallet, Duration.ofSeconds(-330))),
                refused(
                        "sign-in.look-alike",
                        "A sign-in for a domain that looks alike is refused",
                        PAGE + "\"Domains of a sign in\"",
                        (session, wallet) -> signIn(session, wallet, before(session, "evil-"), Duration.ZERO)),
                refused(
                        "sign-in.sub-domain",
                        "A sign-in for a domain below is refused",
                        PAGE + "\"Domains of a sign in\"",
                        (session, wallet) -> signIn(session, wallet, before(session, "evil."), Duration.ZERO)),
                taken("sign-in.young", "A sign-in of four and a half minutes ago is taken", AGE, session -> {
                    var wallet = SigningWallet.base(new SecureRandom());
                    return balance(wallet).with(HEADER, signIn(session, wallet, Duration.ofSeconds(-270)));
                }),
                taken("sign-in.soon", "A sign-in of a few seconds ahead is taken", AGE, session -> {
                    var wallet = SigningWallet.base(new SecureRandom());
                    return balance(wallet).with(HEADER, signIn(session, wallet, Duration.ofSeconds(5)));
                }),
                Check.free(
                        "sign-in.everywhere",
                        documented("A forged sign-in is refused on every route", SIGNATURES),
                        SignInRoutes::forged),
                Check.free(
                        "sign-in.once-anywhere",
                        observed("A sign-in is good once, on whatever route", PAGE + "\"Nonces\""),
                        SignInRoutes::twice));
    }

    private static String before(CheckContext session, String text) {
        return session.target().baseUrl().replaceFirst("://", "://" + text);
    }

    private static List<Check> common() {
        return List.of(
                refused(
                        "sign-in.domain",
                        "A sign-in for another domain is refused",
                        PAGE + "\"Domains of a sign in\"",
                        (session, wallet) -> signIn(session, wallet, "https://other.example/api/v1", Duration.ZERO)),
                refused(
                        "sign-in.old",
                        "A sign-in of six minutes ago is refused",
                        AGE,
                        (session, wallet) -> signIn(session, wallet, Duration.ofMinutes(-6))),
                refused(
                        "sign-in.future",
                        "A sign-in of the future is refused",
                        AGE,
                        (session, wallet) -> signIn(session, wallet, Duration.ofMinutes(2))),
                refused(
                        "sign-in.timestamp",
                        "A timestamp that is far from Issued At is refused",
                        AGE,
                        (session, wallet) -> changed(
                                session,
                                wallet,
                                claim -> claim.put(
                                        "timestamp", claim.path("timestamp").asLong() - 120_000))),
                refused(
                        "sign-in.signature",
                        "A signature of another text is refused",
                        SIGNATURES,
                        (session, wallet) -> changed(
                                session,
                                wallet,
                                claim -> claim.put(
                                        "signature",
                                        flipped(claim.path("signature").asText())))),
                refused(
                        "sign-in.text",
                        "A text that was changed after it was signed is refused",
                        SIGNATURES,
                        (session, wallet) -> changed(
                                session,
                                wallet,
                                claim -> claim.put(
                                        "message",
                                        claim.path("message").asText().replace("Venice AI", "Venice")))),
                refused(
                        "sign-in.address",
                        "A sign-in by another wallet's signature is refused",
                        SIGNATURES,
                        SignInChecks::ofAnother),
                refused(
                        "sign-in.chain",
                        "A sign-in for another chain is refused",
                        PAGE + "\"Chains\"",
                        (session, wallet) -> changed(session, wallet, claim -> claim.put("chainId", 1))),
                Check.free(
                        "sign-in.once", observed("A sign-in is good once", PAGE + "\"Nonces\""), SignInChecks::twice),
                taken(
                        "sign-in.older-header",
                        "The older header is taken too",
                        PAGE + "\"Sign in with a wallet\"",
                        session -> {
                            var wallet = SigningWallet.base(new SecureRandom());
                            return balance(wallet).with("X-Sign-In-With-X", signIn(session, wallet, Duration.ZERO));
                        }),
                taken("sign-in.solana", "A wallet on Solana signs in", SIGNATURES, session -> {
                    var wallet = SigningWallet.solana(new SecureRandom());
                    return balance(wallet).with(HEADER, signIn(session, wallet, Duration.ZERO));
                }));
    }

    private static Check refused(
            String id, String says, String source, BiFunction<CheckContext, SigningWallet, String> header) {
        return Check.free(
                id,
                documented(says, source),
                ExchangeScript.of(
                        "wallet",
                        session -> {
                            var wallet = SigningWallet.base(new SecureRandom());
                            return Optional.of(balance(wallet).with(HEADER, header.apply(session, wallet)));
                        },
                        Expectation.error(401, "Invalid Sign-in-with-x signature")));
    }

    private static Check taken(String id, String says, String source, Function<CheckContext, TargetRequest> call) {
        return Check.free(
                id,
                documented(says, source),
                ExchangeScript.of(
                        "wallet",
                        session -> Optional.of(call.apply(session)),
                        Expectation.status(200).schema("x402-balance-reply")));
    }

    private static CheckResult twice(CheckContext session) throws InterruptedException {
        SigningWallet wallet;
        try {
            wallet = SigningWallet.base(new SecureRandom());
        } catch (MissingLibraryException missing) {
            return new CheckResult.Skipped(String.valueOf(missing.getMessage()));
        }
        var call = balance(wallet).with(HEADER, signIn(session, wallet, Duration.ZERO));
        var first = Expectation.status(200).compare(session.ask(call), session.schemas());
        var again = first.isEmpty() ? Expectation.status(401).compare(session.ask(call), session.schemas()) : first;
        return JobScript.judged(session, call, again);
    }

    private static String ofAnother(CheckContext session, SigningWallet wallet) {
        var other = SigningWallet.base(new SecureRandom());
        return changed(session, other, claim -> claim.put("address", wallet.address()));
    }

    static String changed(CheckContext session, SigningWallet wallet, Consumer<ObjectNode> change) {
        try {
            var claim = (ObjectNode) Json.read(Base64.getDecoder().decode(signIn(session, wallet, Duration.ZERO)));
            change.accept(claim);
            return Base64.getEncoder().encodeToString(Json.bytes(claim));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its first digit is another one. */
    static String flipped(String signature) {
        return signature.substring(0, 2) + (signature.charAt(2) == 'a' ? 'b' : 'a') + signature.substring(3);
    }

    static String signIn(CheckContext session, SigningWallet wallet, Duration shift) {
        return signIn(session, wallet, session.target().baseUrl(), shift);
    }

    private static String signIn(CheckContext session, SigningWallet wallet, String baseUrl, Duration shift) {
        return wallet.signIn(baseUrl, session.target().time().now().plus(shift));
    }

    static TargetRequest balance(SigningWallet wallet) {
        return TargetRequest.get("/x402/balance/" + wallet.address());
    }
}

package dev.venicesim.wallet;

import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.auth.AuthRequest;
import dev.venicesim.auth.CallerAuthenticator;
import dev.venicesim.billing.x402.Payments;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.crypto.MissingLibraryException;
import dev.venicesim.crypto.Vectors;
import dev.venicesim.error.Verdict;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What each part answers; loaded and run by {@link MissingBouncyCastleTest} where Bouncy Castle cannot be seen. */
public final class WithoutBouncyCastle implements Supplier<Map<String, String>> {

    @Override
    public Map<String, String> get() {
        var answers = new LinkedHashMap<String, String>();
        answers.put("key", said(signIn(List.of("Bearer k"), List.of(), AcceptedCredentials.KEY_OR_WALLET)));
        for (var name : List.of("sign-in-evm", "sign-in-solana")) {
            var header = Vectors.load(name).get(0).path("header").asText();
            answers.put(name, said(signIn(List.of(), List.of(header), AcceptedCredentials.WALLET)));
        }
        for (var name : List.of("payments-evm", "payments-solana")) {
            var header = Vectors.load(name).get(0).path("header").asText();
            answers.put(name, said(Payments.verify(header, Vectors.NOW)));
        }
        answers.put("wallet", thrown());
        return answers;
    }

    private static Verdict<?> signIn(List<String> keys, List<String> signIns, AcceptedCredentials accepts) {
        var request = new AuthRequest(keys, signIns, List.of(), accepts, List.of("127.0.0.1:8080"));
        return CallerAuthenticator.of(request, QuirkSettings.defaults(), Vectors.NOW);
    }

    private static String said(Verdict<?> verdict) {
        return verdict.fold(
                value -> "accepted",
                refusal -> refusal.error().status() + " " + refusal.error().body());
    }

    private static String thrown() {
        try {
            return SigningWallet.base(new SecureRandom()).address();
        } catch (MissingLibraryException e) {
            return e.remedy();
        }
    }
}

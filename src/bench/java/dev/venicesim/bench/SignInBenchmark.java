package dev.venicesim.bench;

import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.auth.AuthRequest;
import dev.venicesim.auth.CallerAuthenticator;
import dev.venicesim.auth.Identity;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.Verdict;
import dev.venicesim.wallet.SigningWallet;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A wallet's sign-in, from header to verified caller. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SignInBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String BASE_URL = "http://127.0.0.1:8080/api/v1";

    /** Which kind of wallet signs. */
    @Param({"base", "solana"})
    public String chain = "base";

    private AuthRequest request =
            new AuthRequest(List.of(), List.of(), List.of(), AcceptedCredentials.KEY_OR_WALLET, List.of());

    @Setup
    public void sign() {
        var random = new SecureRandom();
        var wallet = chain.equals("base") ? SigningWallet.base(random) : SigningWallet.solana(random);
        request = new AuthRequest(
                List.of(),
                List.of(wallet.signIn(BASE_URL, NOW)),
                List.of(),
                AcceptedCredentials.KEY_OR_WALLET,
                List.of("127.0.0.1:8080"));
        if (!(verify() instanceof Verdict.Accepted<Identity>)) {
            throw new IllegalStateException("the sign-in does not hold: " + verify());
        }
    }

    @Benchmark
    public Verdict<Identity> verify() {
        return CallerAuthenticator.of(request, QuirkSettings.defaults(), NOW);
    }
}

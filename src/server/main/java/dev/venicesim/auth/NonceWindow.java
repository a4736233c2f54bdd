package dev.venicesim.auth;

import dev.venicesim.api.AcceptedCredentials;
import dev.venicesim.api.Verified;
import dev.venicesim.catalog.QuirkSettings;
import dev.venicesim.error.AuthErrors.SignInCode;
import dev.venicesim.error.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The nonces a wallet has spent lately, in chunks so that spending one copies little. Holds {@value #MAX} at most and
 * forgets the oldest past that, which takes a wallet more than 45 sign-ins a second to reach.
 *
 * @param chunks oldest first, each nonce with the instant it was spent
 */
public record NonceWindow(List<Map<String, Instant>> chunks) {

    /** Longer than a sign-in can be good for: five minutes, and half a minute ahead. */
    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#nonces")
    public static final Duration REMEMBERED = Duration.ofSeconds(330);

    public static final NonceWindow EMPTY = new NonceWindow(List.of());

    /** Kept beyond that, since the clocks of two servers that share a wallet never agree quite. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private static final int CHUNK = 64;
    private static final int MAX = 16_384;

    public NonceWindow {
        chunks = List.copyOf(chunks);
    }

    /**
     * The window with this nonce spent, or the refusal if it already was. Spent stays spent, whatever becomes of the
     * request.
     */
    public Verdict<NonceWindow> spend(
            Identity.SignedIn identity, AcceptedCredentials accepts, QuirkSettings quirks, Instant now) {
        if (isSpent(identity.nonce(), now)) {
            return SignInRefusal.of(
                    SignInCode.NONCE_REUSED, accepts, quirks, "the nonce was used before (5.5 min memory)");
        }
        return Verdict.accept(with(identity.nonce(), now));
    }

    boolean isSpent(String nonce, Instant now) {
        for (var chunk : chunks) {
            var spent = chunk.get(nonce);
            if (spent != null && now.isBefore(spent.plus(REMEMBERED))) {
                return true;
            }
        }
        return false;
    }

    private NonceWindow with(String nonce, Instant now) {
        var kept = new ArrayList<>(chunks);
        while (!kept.isEmpty() && isForgotten(kept.get(0), now)) {
            kept.remove(0);
        }
        var last = new HashMap<String, Instant>();
        if (!kept.isEmpty() && kept.get(kept.size() - 1).size() < CHUNK) {
            last.putAll(kept.remove(kept.size() - 1));
        }
        last.put(nonce, now);
        kept.add(Map.copyOf(last));
        return new NonceWindow(kept.size() > MAX / CHUNK ? kept.subList(1, kept.size()) : kept);
    }

    private static boolean isForgotten(Map<String, Instant> chunk, Instant now) {
        return chunk.values().stream()
                .noneMatch(spent -> now.isBefore(spent.plus(REMEMBERED).plus(MARGIN)));
    }
}

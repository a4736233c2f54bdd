package dev.venicesim.auth;

import dev.venicesim.api.Verified;
import dev.venicesim.auth.SignInClaim.Problem;
import dev.venicesim.error.AuthErrors.SignInCode;
import dev.venicesim.wallet.protocol.WalletAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rules of what a sign-in must say, apart from being signed, in the order in which the first thing wrong is reported.
 * Statement and URI are free.
 */
final class SignInRules {

    @Verified(
            on = "2026-08-21",
            source = "docs/api/wallets.md#age-of-a-sign-in, docs/api/disagreements.md#lifetime-of-a-sign-in")
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    @Verified(on = "2026-08-21", source = "docs/api/wallets.md#age-of-a-sign-in")
    private static final Duration SLACK = Duration.ofSeconds(30);

    private record Asked(SignInClaim claim, List<String> hosts, Instant now) {

        Instant issuedAt() {
            return instant(claim.message().issuedAt()).orElseThrow();
        }

        Optional<Chain> chain() {
            var named = claim.payload().get("chainId");
            var message = claim.message();
            return named.isMissingNode() || named.isNull()
                    ? Chain.ofMessage(message.family(), message.chainId())
                    : Chain.read(named);
        }
    }

    private record Rule(SignInCode code, String says, Predicate<Asked> isBroken) {}

    private static final List<Rule> RULES = List.of(
            new Rule(
                    SignInCode.INVALID_MESSAGE,
                    "Version is not 1",
                    asked -> !asked.claim().message().version().equals("1")),
            new Rule(SignInCode.INVALID_MESSAGE, "an instant is not ISO 8601", SignInRules::hasBadInstant),
            new Rule(SignInCode.ADDRESS_MISMATCH, "the message names another address", SignInRules::namesAnother),
            new Rule(
                    SignInCode.INVALID_CHAIN_ID,
                    "chainId has no known form",
                    asked -> asked.chain().isEmpty()),
            new Rule(
                    SignInCode.CHAIN_MISMATCH,
                    "chainId, address and message name different chains",
                    SignInRules::mixesChains),
            new Rule(
                    SignInCode.UNSUPPORTED_CHAIN,
                    "only Base (8453) and Solana mainnet are supported",
                    asked -> !asked.chain().orElseThrow().isSupported()),
            new Rule(
                    SignInCode.MISSING_NONCE,
                    "there is no nonce",
                    asked -> asked.claim().message().nonce().isBlank()),
            new Rule(
                    SignInCode.DOMAIN_MISMATCH,
                    "the domain is neither this server nor a host of venice.ai that takes sign-ins",
                    asked -> !SignInDomains.accepts(asked.claim().message().domain(), asked.hosts())),
            new Rule(
                    SignInCode.TIMESTAMP_MISMATCH,
                    "timestamp is more than 30 s from Issued At",
                    SignInRules::contradictsTimestamp),
            new Rule(
                    SignInCode.EXPIRED,
                    "it is five minutes past Issued At, or past its Expiration Time",
                    SignInRules::isExpired),
            new Rule(
                    SignInCode.FUTURE_TIMESTAMP,
                    "Issued At is more than 30 s ahead",
                    asked -> asked.issuedAt().isAfter(asked.now().plus(SLACK))),
            new Rule(
                    SignInCode.NOT_BEFORE,
                    "its Not Before is still to come",
                    asked -> instant(asked.claim().message().notBefore())
                            .filter(asked.now()::isBefore)
                            .isPresent()));

    private SignInRules() {}

    static Optional<Problem> firstBroken(SignInClaim claim, List<String> hosts, Instant now) {
        var asked = new Asked(claim, hosts, now);
        return RULES.stream()
                .filter(rule -> rule.isBroken().test(asked))
                .findFirst()
                .map(rule -> new Problem(rule.code(), rule.says() + " (docs/api/wallets.md, \"Errors of a sign in\")"));
    }

    private static boolean hasBadInstant(Asked asked) {
        var message = asked.claim().message();
        return instant(message.issuedAt()).isEmpty() || isBad(message.expirationTime()) || isBad(message.notBefore());
    }

    private static boolean isBad(String optional) {
        return !optional.isEmpty() && instant(optional).isEmpty();
    }

    private static boolean namesAnother(Asked asked) {
        return !WalletAddress.parse(asked.claim().message().address())
                .equals(Optional.of(asked.claim().address()));
    }

    private static boolean mixesChains(Asked asked) {
        var message = asked.claim().message();
        return asked.chain().orElseThrow().family() != asked.claim().address().family()
                || message.family() != asked.claim().address().family()
                || !Chain.ofMessage(message.family(), message.chainId()).equals(asked.chain());
    }

    private static boolean contradictsTimestamp(Asked asked) {
        var timestamp = asked.claim().payload().get("timestamp");
        if (!timestamp.isNumber()) {
            return false;
        }
        var millis = timestamp.longValue();
        var issued = asked.issuedAt().toEpochMilli();
        return millis < issued - SLACK.toMillis() || millis > issued + SLACK.toMillis();
    }

    private static boolean isExpired(Asked asked) {
        return asked.now().isAfter(asked.issuedAt().plus(MAX_AGE))
                || instant(asked.claim().message().expirationTime())
                        .filter(end -> !asked.now().isBefore(end))
                        .isPresent();
    }

    /** Only years of four digits: further ones leave the range of milliseconds. */
    private static Optional<Instant> instant(String text) {
        try {
            return text.startsWith("+") || text.startsWith("-")
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package dev.venicesim.contract.check;

import dev.venicesim.crypto.Base58;
import dev.venicesim.crypto.HeaderBase64;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Table of sign-ins that are taken, each with one thing changed that is free. Edges lie some seconds inside. */
final class TakenSignIns {

    private static final String AGE = "\"Age of a sign in\"";
    private static final String SIGNATURES = "\"Signatures\"";
    private static final String CHAINS = "\"Chains\"";
    private static final String NONCES = "\"Nonces\"";
    private static final String DOMAINS = "\"Domains of a sign in\"";
    private static final String FORM = "\"Sign in with a wallet\"";
    private static final String CLIENTS = "\"Clients of wallets\"";
    private static final Duration YOUNG = Duration.ofSeconds(-290);
    private static final Duration SOON = Duration.ofSeconds(25);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * A sign-in that is taken.
     *
     * @param id after {@code sign-in.}
     * @param says what sets it apart
     * @param section of the page about wallets
     * @param isSolana whether a wallet on Solana signs
     * @param change of a good one
     */
    record Taken(String id, String says, String section, boolean isSolana, UnaryOperator<SignInDraft> change) {}

    private TakenSignIns() {}

    static List<Taken> rows() {
        return List.of(
                yes("young", "of four minutes and 50 seconds ago", AGE, it -> it.issuedWithin(YOUNG)),
                yes("soon", "25 seconds ahead", AGE, it -> it.issuedWithin(SOON)),
                yes("undated", "without timestamp", AGE, it -> it.fields(fields -> fields.remove("timestamp"))),
                yes(
                        "dated-before",
                        "whose timestamp is 25 seconds before Issued At",
                        AGE,
                        it -> it.timestamp(SOON.negated())),
                yes("dated-after", "whose timestamp is 25 seconds after Issued At", AGE, it -> it.timestamp(SOON)),
                yes("endless", "without Expiration Time", AGE, it -> it.without("Expiration Time")),
                yes(
                        "ten-minutes",
                        "that gives itself ten minutes",
                        AGE,
                        it -> it.instant("Expiration Time", Duration.ofMinutes(10))),
                yes(
                        "after-not-before",
                        "whose Not Before is over",
                        AGE,
                        it -> it.instant("Not Before", MINUTE.negated())),
                yes("chain-as-text", "whose chain is a text", CHAINS, it -> it.field("chainId", "8453")),
                yes(
                        "chain-with-family",
                        "whose chain names its family",
                        CHAINS,
                        it -> it.field("chainId", "eip155:8453")),
                yes("typed", "that names its type", SIGNATURES, it -> it.field("type", "eip191")),
                yes("for-the-api", "for api.venice.ai", DOMAINS, it -> it.domain("api.venice.ai")),
                yes("for-venice", "for venice.ai", DOMAINS, it -> it.domain("venice.ai")),
                yes("for-a-port", "for a port of api.venice.ai", DOMAINS, it -> it.domain("api.venice.ai:443")),
                yes("uri", "of another uri", DOMAINS, it -> it.line("URI", "https://app.example/any")),
                yes("statement", "of another statement", DOMAINS, it -> it.statement("Let me in, please.")),
                yes("request-id", "with a Request ID", FORM, it -> it.line("Request ID", "42")),
                yes(
                        "own-nonce",
                        "with a nonce as the API offers them",
                        NONCES,
                        it -> it.line("Nonce", "B-" + it.address().substring(2, 20) + "_")),
                yes(
                        "lower-case",
                        "whose address is in lower case",
                        FORM,
                        it -> it.field("address", it.address().toLowerCase(Locale.ROOT))),
                yes(
                        "lower-case-text",
                        "whose address is in lower case in its text",
                        FORM,
                        it -> it.written(it.address().toLowerCase(Locale.ROOT))
                                .field("address", it.address().toLowerCase(Locale.ROOT))),
                yes("fields", "in fields, without a text", CLIENTS, SignInDraft::structured),
                onSolana("solana", "on Solana", it -> it),
                onSolana(
                        "solana-base64",
                        "on Solana with a signature in base64",
                        it -> it.fields(fields -> fields.put(
                                "signature",
                                HeaderBase64.encode(
                                        Base58.decode(fields.path("signature").asText())
                                                .orElseThrow())))),
                onSolana("solana-young", "on Solana of four minutes and 50 seconds ago", it -> it.issuedWithin(YOUNG)));
    }

    private static Taken yes(String id, String says, String section, UnaryOperator<SignInDraft> change) {
        return new Taken(id, says, section, false, change);
    }

    private static Taken onSolana(String id, String says, UnaryOperator<SignInDraft> change) {
        return new Taken(id, says, SIGNATURES, true, change);
    }
}

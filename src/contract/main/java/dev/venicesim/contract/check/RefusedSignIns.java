package dev.venicesim.contract.check;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Table of sign-ins that are refused, each with one thing changed, and the code of the cause. Edges lie some seconds
 * outside of what is documented, for a request takes its time.
 */
final class RefusedSignIns {

    private static final String AGE = "\"Age of a sign in\"";
    private static final String SIGNATURES = "\"Signatures\"";
    private static final String CHAINS = "\"Chains\"";
    private static final String NONCES = "\"Nonces\"";
    private static final String DOMAINS = "\"Domains of a sign in\"";
    private static final String FORM = "\"Sign in with a wallet\"";
    private static final String ERRORS = "\"Errors of a sign in\"";

    private static final Duration JUST_OLD = Duration.ofSeconds(-305);
    private static final Duration JUST_AHEAD = Duration.ofSeconds(45);
    private static final Duration APART = Duration.ofSeconds(35);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * A sign-in that is refused.
     *
     * @param id after {@code sign-in.}
     * @param says what sets it apart
     * @param section of the page about wallets
     * @param codes of the cause, as the API's names end; several where documents leave it open
     * @param isSolana whether a wallet on Solana signs
     * @param change of a good one
     */
    record Refused(
            String id,
            String says,
            String section,
            String codes,
            boolean isSolana,
            UnaryOperator<SignInDraft> change) {}

    private RefusedSignIns() {}

    static List<Refused> rows() {
        return List.of(
                no("domain", "for another domain", DOMAINS, "DOMAIN_MISMATCH", it -> it.domain("other.example")),
                no(
                        "look-alike",
                        "for a domain that looks alike",
                        DOMAINS,
                        "DOMAIN_MISMATCH",
                        it -> it.domainAfter("evil-")),
                no(
                        "venice-alike",
                        "for a domain that looks like Venice's",
                        DOMAINS,
                        "DOMAIN_MISMATCH",
                        it -> it.domain("evil-venice.ai")),
                no("sub-domain", "for a domain below", DOMAINS, "DOMAIN_MISMATCH", it -> it.domainAfter("evil.")),
                no(
                        "venice-below",
                        "for a domain below that of the API",
                        DOMAINS,
                        "DOMAIN_MISMATCH",
                        it -> it.domain("evil.api.venice.ai")),
                no(
                        "longer-domain",
                        "for a domain that begins as Venice's",
                        DOMAINS,
                        "DOMAIN_MISMATCH",
                        it -> it.domain("api.venice.ai.evil.example")),
                no("old", "of six minutes ago", AGE, "EXPIRED", it -> it.issued(Duration.ofMinutes(-6))),
                no("just-old", "of five minutes and five seconds ago", AGE, "EXPIRED", it -> it.issuedBeyond(JUST_OLD)),
                no(
                        "long-lived",
                        "of six minutes ago that gives itself an hour",
                        AGE,
                        "EXPIRED",
                        it -> it.issued(Duration.ofMinutes(-6)).instant("Expiration Time", Duration.ofHours(1))),
                no(
                        "expired",
                        "whose own Expiration Time is over",
                        AGE,
                        "EXPIRED",
                        it -> it.issued(MINUTE.multipliedBy(-2)).instant("Expiration Time", Duration.ofSeconds(-40))),
                no("future", "of the future", AGE, "FUTURE_TIMESTAMP", it -> it.issued(MINUTE.multipliedBy(2))),
                no("just-ahead", "45 seconds ahead", AGE, "FUTURE_TIMESTAMP", it -> it.issuedBeyond(JUST_AHEAD)),
                no(
                        "not-before",
                        "whose Not Before is still to come",
                        AGE,
                        "NOT_BEFORE",
                        it -> it.instant("Not Before", MINUTE)),
                no(
                        "timestamp",
                        "whose timestamp is 35 seconds before Issued At",
                        AGE,
                        "TIMESTAMP_MISMATCH",
                        it -> it.timestamp(APART.negated())),
                no(
                        "timestamp-after",
                        "whose timestamp is 35 seconds after Issued At",
                        AGE,
                        "TIMESTAMP_MISMATCH",
                        it -> it.timestamp(APART)),
                no(
                        "issued-never",
                        "whose Issued At is no instant",
                        FORM,
                        "INVALID_MESSAGE",
                        it -> it.line("Issued At", "yesterday")),
                no(
                        "signature",
                        "with a signature of another text",
                        SIGNATURES,
                        "INVALID_SIGNATURE",
                        it -> it.fields(fields -> fields.put(
                                "signature",
                                SignInChecks.flipped(fields.path("signature").asText())))),
                no(
                        "text",
                        "whose text was changed after it was signed",
                        SIGNATURES,
                        "INVALID_SIGNATURE",
                        it -> it.fields(fields -> fields.put(
                                "message", fields.path("message").asText().replace("Venice AI", "Venice")))),
                no(
                        "address",
                        "that names another wallet than its text",
                        SIGNATURES,
                        "ADDRESS_MISMATCH INVALID_SIGNATURE",
                        it -> it.field("address", "0x00000000000000000000000000000000000000a1")),
                no(
                        "signer",
                        "of a text that names another wallet",
                        SIGNATURES,
                        "ADDRESS_MISMATCH",
                        it -> it.written("0x00000000000000000000000000000000000000a1")),
                no(
                        "wallet",
                        "by what is no address of a wallet",
                        ERRORS,
                        "INVALID_WALLET",
                        it -> it.field("address", "0x12")),
                no(
                        "chain",
                        "for another chain in its fields alone",
                        CHAINS,
                        "CHAIN_MISMATCH UNSUPPORTED_CHAIN",
                        it -> it.fields(fields -> fields.put("chainId", 1))),
                no(
                        "chain-text",
                        "for another chain in its text alone",
                        CHAINS,
                        "CHAIN_MISMATCH UNSUPPORTED_CHAIN",
                        it -> it.line("Chain ID", "1")),
                no(
                        "chains",
                        "for another chain",
                        CHAINS,
                        "UNSUPPORTED_CHAIN",
                        it -> it.line("Chain ID", "1").fields(fields -> fields.put("chainId", 1))),
                no(
                        "test-chain",
                        "for the chain of tests",
                        CHAINS,
                        "UNSUPPORTED_CHAIN",
                        it -> it.line("Chain ID", "84532").field("chainId", "eip155:84532")),
                no(
                        "chain-name",
                        "for a chain of no known form",
                        CHAINS,
                        "INVALID_CHAIN_ID INVALID_PAYLOAD",
                        it -> it.field("chainId", "base!")),
                no("nonce", "without a nonce", NONCES, "MISSING_NONCE INVALID_MESSAGE", it -> it.without("Nonce")),
                no(
                        "field-nonce",
                        "in fields without a nonce",
                        NONCES,
                        "MISSING_NONCE INVALID_MESSAGE INVALID_PAYLOAD",
                        it -> it.structured().fields(fields -> fields.remove("nonce"))),
                no("version", "of another version", FORM, "INVALID_MESSAGE", it -> it.line("Version", "2")),
                no("form", "of a text of another form", FORM, "INVALID_MESSAGE", it -> it.first("Hello")),
                no(
                        "unsigned",
                        "without a signature",
                        FORM,
                        "INVALID_PAYLOAD",
                        it -> it.fields(fields -> fields.remove("signature"))),
                no(
                        "nameless",
                        "without an address",
                        FORM,
                        "INVALID_PAYLOAD",
                        it -> it.fields(fields -> fields.remove("address"))),
                notOnSolana(
                        "solana-signature",
                        "with a signature of another text",
                        "INVALID_SIGNATURE",
                        it -> it.fields(fields -> fields.put(
                                "message", fields.path("message").asText().replace("Venice AI", "Venice")))),
                notOnSolana(
                        "solana-old",
                        "of five minutes and five seconds ago",
                        "EXPIRED",
                        it -> it.issuedBeyond(JUST_OLD)),
                notOnSolana(
                        "solana-chain",
                        "of another chain",
                        "UNSUPPORTED_CHAIN CHAIN_MISMATCH INVALID_CHAIN_ID",
                        it -> it.line("Chain ID", "EtWTRABZaYq6iMfeYKouRu166VU2xqa1")
                                .field("chainId", "solana:EtWTRABZaYq6iMfeYKouRu166VU2xqa1")));
    }

    private static Refused no(String id, String says, String section, String codes, UnaryOperator<SignInDraft> change) {
        return new Refused(id, says, section, codes, false, change);
    }

    private static Refused notOnSolana(String id, String says, String codes, UnaryOperator<SignInDraft> change) {
        return new Refused(id, "on Solana " + says, SIGNATURES, codes, true, change);
    }
}

package dev.venicesim.contract.oracle;

import java.util.List;

/** Every oracle there is, as rows. */
public final class Oracles {

    private static final String HEADERS = "docs/api/limits-and-headers.md, ";
    private static final String WALLETS = "docs/api/wallets.md, ";

    private static final List<Oracle> ALL = List.of(
            new Oracle(
                    "reply.content-type",
                    "Every reply is of a type that is listed for it, in UTF-8, and its body is what it says",
                    HEADERS + "\"Headers of every reply\"",
                    ReplyForm::type),
            new Oracle(
                    "reply.encoding",
                    "A body is encoded as it says, and only so",
                    HEADERS + "\"Compression\"",
                    ReplyForm::encoding),
            new Oracle(
                    "reply.cors",
                    "A page of any origin may read every reply and its headers",
                    HEADERS + "\"Pages of other origins\"",
                    ReplyHeaders::cors),
            new Oracle(
                    "reply.ray",
                    "Every reply has a CF-RAY of its own",
                    HEADERS + "\"Headers of every reply\"",
                    ReplyHeaders::ray),
            new Oracle(
                    "reply.version",
                    "Every reply names the version, which never goes back",
                    HEADERS + "\"Headers of every reply\"",
                    ReplyHeaders::version),
            new Oracle(
                    "reply.date", "Every reply has a date", HEADERS + "\"Headers of every reply\"", ReplyHeaders::date),
            new Oracle(
                    "reply.model",
                    "Every reply about a model names it as the list does",
                    HEADERS + "\"Model headers\"",
                    ReplyHeaders::model),
            new Oracle(
                    "reply.balance-headers",
                    "Whoever has a key is told the balance, and nobody else is",
                    HEADERS + "\"Balance headers\"",
                    ReplyHeaders::balance),
            new Oracle(
                    "reply.limits",
                    "Limits are whole numbers in their range, and fall by each request",
                    HEADERS + "\"Limit headers\"",
                    LimitHeaders::judge),
            new Oracle(
                    "reply.schema",
                    "Every body has the form that is listed for its status",
                    "docs/api/errors.md, \"Issues\"",
                    ReplyBodies::schema),
            new Oracle(
                    "reply.details",
                    "Issues and details of a refusal say the same",
                    "docs/api/errors.md, \"Details mirror the issues\"",
                    ReplyBodies::mirror),
            new Oracle(
                    "reply.balance",
                    "The balance moves by what is due, and by nothing else",
                    "docs/api/quote.md, \"A quote is what is charged\"",
                    BalanceMoves::judge),
            new Oracle(
                    "reply.offer",
                    "Every 402 names receiver, token, network and amount, and its header repeats them",
                    WALLETS + "\"The header that repeats the offer\"",
                    PaymentOffers::judge),
            new Oracle(
                    "reply.challenge",
                    "Every challenge to sign in is fresh and for this host",
                    WALLETS + "\"Nonces\"",
                    SignInChallenges::judge),
            new Oracle(
                    "reply.wallet",
                    "A wallet reads about itself, and the published figures",
                    WALLETS + "\"Balance of a wallet\"",
                    WalletBodies::judge),
            new Oracle(
                    "reply.ids",
                    "Every job has an id of its own, a UUID",
                    "docs/api/queue.md, \"Reply of queue\"",
                    IdsAndTimes::ids),
            new Oracle(
                    "reply.times",
                    "Times are in their unit and grow",
                    "docs/api/retrieve.md, \"Times of a status\"",
                    IdsAndTimes::times),
            new Oracle(
                    "reply.video",
                    "Every video can be played to its end and is as it was ordered",
                    "docs/api/retrieve.md, \"Status or video\"",
                    Videos::judge));

    private Oracles() {}

    public static List<Oracle> all() {
        return ALL;
    }
}

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
                    Concern.ANY_REPLY,
                    ReplyForm::type),
            new Oracle(
                    "reply.encoding",
                    "A body is encoded as it says, and only so",
                    HEADERS + "\"Compression\"",
                    Concern.ANY_REPLY,
                    ReplyForm::encoding),
            new Oracle(
                    "reply.cors",
                    "A page of any origin may read every reply and its headers",
                    HEADERS + "\"Pages of other origins\"",
                    Concern.API_REPLY,
                    ReplyHeaders::cors),
            new Oracle(
                    "reply.ray",
                    "Every reply has a CF-RAY of its own",
                    HEADERS + "\"Headers of every reply\"",
                    Concern.API_REPLY,
                    ReplyHeaders::ray),
            new Oracle(
                    "reply.version",
                    "Every reply names the version",
                    HEADERS + "\"Headers of every reply\"",
                    Concern.API_REPLY,
                    ReplyHeaders::version),
            new Oracle(
                    "reply.date",
                    "Every reply has a date",
                    HEADERS + "\"Headers of every reply\"",
                    Concern.API_REPLY,
                    ReplyHeaders::date),
            new Oracle(
                    "reply.retry",
                    "When to come again is told with a refusal that passes, and with no other reply",
                    HEADERS + "\"Overload\"",
                    Concern.ANY_REPLY,
                    ReplyHeaders::retry),
            new Oracle(
                    "reply.gone",
                    "What is gone names since when, and what took its place",
                    "docs/api/billing.md, \"Usage is gone\"",
                    Concern.GONE,
                    GoneRoutes::judge),
            new Oracle(
                    "reply.budget",
                    "The budget of failures that is told falls by one with each failure",
                    HEADERS + "\"Limit headers as observed\"",
                    Concern.KEYED_REPLY,
                    FailureBudgets::judge),
            new Oracle(
                    "reply.model",
                    "Every reply about a model names it as the list does",
                    HEADERS + "\"Model headers\"",
                    Concern.MODEL_REPLY,
                    ReplyHeaders::model),
            new Oracle(
                    "reply.balance-headers",
                    "Whoever has a key is told the balance, and who is nobody is not",
                    HEADERS + "\"Balance headers\"",
                    Concern.KEYED_REPLY,
                    ReplyHeaders::balance),
            new Oracle(
                    "reply.limits",
                    "Limits are whole numbers in their range, and each request uses one up",
                    HEADERS + "\"Limit headers\"",
                    Concern.LIMIT,
                    LimitHeaders::judge),
            new Oracle(
                    "reply.schema",
                    "Every body has the form that is listed for its status",
                    "docs/api/errors.md, \"Issues\"",
                    Concern.JSON_BODY,
                    ReplyBodies::schema),
            new Oracle(
                    "reply.details",
                    "Issues and details of a refusal say the same",
                    "docs/api/errors.md, \"Details mirror the issues\"",
                    Concern.ISSUES,
                    ReplyBodies::mirror),
            new Oracle(
                    "reply.balance",
                    "The balance falls by what is due, and by nothing more",
                    "docs/api/quote.md, \"A quote is what is charged\"",
                    Concern.BALANCE,
                    BalanceMoves::judge),
            new Oracle(
                    "reply.offer",
                    "Every 402 names receiver, token, network and amount, and its header repeats them",
                    WALLETS + "\"The header that repeats the offer\"",
                    Concern.PAYMENT_REQUIRED,
                    PaymentOffers::judge),
            new Oracle(
                    "reply.challenge",
                    "Every challenge to sign in is fresh and for this host",
                    WALLETS + "\"Nonces\"",
                    Concern.PAYMENT_REQUIRED,
                    SignInChallenges::judge),
            new Oracle(
                    "reply.wallet",
                    "A wallet reads about itself, and the published figures",
                    WALLETS + "\"Balance of a wallet\"",
                    Concern.WALLET,
                    WalletBodies::judge),
            new Oracle(
                    "reply.usage",
                    "A page of what was used counts its rows as it says, and a table of it is a file of its own",
                    "docs/api/billing.md, \"Usage in pages\"",
                    Concern.USAGE,
                    UsagePages::judge),
            new Oracle(
                    "reply.ids",
                    "Every job has an id of its own, a UUID",
                    "docs/api/queue.md, \"Reply of queue\"",
                    Concern.JOB,
                    IdsAndTimes::ids),
            new Oracle(
                    "reply.times",
                    "Times are in their unit and grow",
                    "docs/api/retrieve.md, \"Times of a status\"",
                    Concern.TIME,
                    IdsAndTimes::times),
            new Oracle(
                    "reply.link",
                    "A link tells the length of its video and what parts it sends",
                    "docs/api/download-links.md, \"Parts of a video\"",
                    Concern.LINK,
                    LinkReplies::judge),
            new Oracle(
                    "reply.video",
                    "Every video can be played to its end and is as it was ordered",
                    "docs/api/retrieve.md, \"Status or video\"",
                    Concern.VIDEO,
                    Videos::judge));

    private Oracles() {}

    public static List<Oracle> all() {
        return ALL;
    }
}

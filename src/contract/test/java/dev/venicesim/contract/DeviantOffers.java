package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.both;
import static dev.venicesim.contract.Deviations.edit;
import static dev.venicesim.contract.Deviations.editJson;
import static dev.venicesim.contract.Deviations.info;
import static dev.venicesim.contract.Deviations.nonce;
import static dev.venicesim.contract.Deviations.on;
import static dev.venicesim.contract.Deviations.row;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.Deviations.Row;
import dev.venicesim.contract.Meddler.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Deviations in offers and challenges of x402. */
final class DeviantOffers {

    private DeviantOffers() {}

    static List<Row> offers() {
        return Stream.of(
                        Stream.of("payTo", "asset", "amount", "network", "scheme")
                                .flatMap(name -> Stream.of(
                                        row(
                                                "queue.",
                                                "the offer has another " + name,
                                                both(
                                                        "/video/queue",
                                                        body -> ((ObjectNode) body.at("/accepts/0")).put(name, "0x1"))),
                                        row(
                                                "x402.",
                                                "the terms of a top-up have another " + name,
                                                both(
                                                        "/x402/top-up",
                                                        body -> ((ObjectNode) body.at("/accepts/1"))
                                                                .put(name, "0x1"))))),
                        Stream.of(
                                row(
                                        "queue.",
                                        "the offer is of version 1",
                                        both("/video/queue", body -> body.put("x402Version", 1))),
                                row(
                                        "x402.",
                                        "the version is a text",
                                        both("/x402/top-up", body -> body.put("x402Version", "2"))),
                                row(
                                        "queue.",
                                        "the offer has one way to pay",
                                        both("/video/queue", body -> ((ArrayNode) body.path("accepts")).remove(1))),
                                row(
                                        "queue.",
                                        "an offer is good for a day",
                                        both(
                                                "/video/queue",
                                                body -> ((ObjectNode) body.at("/accepts/0"))
                                                        .put("maxTimeoutSeconds", 86400))),
                                row(
                                        "queue.",
                                        "the coin has another name",
                                        both(
                                                "/video/queue",
                                                body -> ((ObjectNode) body.at("/accepts/0/extra"))
                                                        .put("name", "USDC"))),
                                row(
                                        "queue.",
                                        "the header is not the body",
                                        edit(
                                                "/video/queue",
                                                402,
                                                body -> ((ObjectNode) body.at("/accepts/0"))
                                                        .put("amount", "10000000")
                                                        .put("payTo", "0x2670b922ef37c7df47158725c0cc407b5382293E"))),
                                row(
                                        "x402.",
                                        "the header of a top-up is no base64",
                                        on("/x402/top-up", 402, reply -> reply.with("payment-required", "none"))),
                                row(
                                        "retrieve.",
                                        "no header on retrieve's offer",
                                        on("/video/retrieve", 402, reply -> reply.without("payment-required"))),
                                row(
                                        "queue. retrieve. complete.",
                                        "nonces are used again",
                                        editJson("/video/", 402, body -> nonce(body, "abcdefgh12345678"))),
                                row(
                                        "queue.",
                                        "a challenge is for another domain",
                                        both("/video/queue", body -> info(body).put("domain", "evil.example"))),
                                row(
                                        "queue.",
                                        "a challenge is old",
                                        both(
                                                "/video/queue",
                                                body -> info(body).put("issuedAt", "2026-11-20T10:00:00.000Z"))),
                                row(
                                                "queue.",
                                                "a challenge is of the end of time",
                                                both(
                                                        "/video/queue",
                                                        body -> info(body)
                                                                .put(
                                                                        "issuedAt",
                                                                        "+1000000000-12-31T23:59:59.999999999Z")))
                                        .by("reply.challenge"),
                                row(
                                        "queue.",
                                        "a challenge lasts an hour",
                                        both(
                                                "/video/queue",
                                                body -> info(body).put("expirationTime", "2026-11-23T11:30:00.000Z"))),
                                row(
                                        "queue.",
                                        "a challenge knows no Base",
                                        both(
                                                "/video/queue",
                                                body -> ((ObjectNode) body.at("/extensions/sign-in-with-x"))
                                                        .putArray("supportedChains"))),
                                row(
                                        "queue.",
                                        "the resource is another route",
                                        both(
                                                "/video/queue",
                                                body -> ((ObjectNode) body.path("resource"))
                                                        .put("url", "https://api.venice.ai/api/v1/chat"))),
                                row("x402.", "the floor is a dollar", edit("/video/queue", 402, body -> {
                                    if (body.has("minimumBalanceUsd")) {
                                        body.put("minimumBalanceUsd", 1);
                                    }
                                })),
                                row(
                                        "x402.",
                                        "the instructions name another receiver",
                                        edit("/video/queue", 402, body -> {
                                            if (body.has("topUpInstructions")) {
                                                ((ObjectNode) body.path("topUpInstructions"))
                                                        .put("receiverWallet", "0x1");
                                            }
                                        })),
                                row(
                                        "x402.",
                                        "a wallet without credit may consume",
                                        edit(
                                                "/x402/balance",
                                                200,
                                                body -> ((ObjectNode) body.path("data")).put("canConsume", true))),
                                row(
                                        "payment.",
                                        "any payment is credited",
                                        on(
                                                "/x402/top-up",
                                                400,
                                                reply -> new Reply(
                                                        200,
                                                        reply.headers(),
                                                        "{\"success\":true,\"data\":{\"walletAddress\":\"0x1\",\"amountCredited\":5,\"newBalance\":5,\"paymentId\":\"x402-1\"}}"
                                                                .getBytes(StandardCharsets.UTF_8)))),
                                row("payment.", "too little is called invalid", editJson("/x402/top-up", 400, body -> {
                                    if (body.path("error").asText().equals("AMOUNT_TOO_LOW")) {
                                        body.put("error", "INVALID_PAYMENT");
                                    }
                                }))))
                .flatMap(stream -> stream)
                .toList();
    }
}

package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.body;
import static dev.venicesim.contract.Deviations.decoded;
import static dev.venicesim.contract.Deviations.edit;
import static dev.venicesim.contract.Deviations.isVideo;
import static dev.venicesim.contract.Deviations.on;
import static dev.venicesim.contract.Deviations.row;
import static dev.venicesim.contract.Deviations.signIn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.Deviations.Row;
import dev.venicesim.contract.Meddler.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Deviations in one row of a table: of sign-ins, of payments, of what makes a track playable, of headers. */
final class DeviantTables {

    private DeviantTables() {}

    static List<Row> all() {
        return List.of(
                signIn("no nonce", claim -> !text(claim).contains("Nonce: ")).by("sign-in.nonce"),
                signIn("another chain in its text", claim -> text(claim).contains("Chain ID: 1\n"))
                        .by("sign-in.chain-text"),
                signIn("another version", claim -> text(claim).contains("Version: 2"))
                        .by("sign-in.version"),
                refused("another statement", claim -> !text(claim).contains("Sign in to Venice AI"))
                        .by("sign-in.statement"),
                refused("a chain as text", claim -> claim.path("chainId").isTextual())
                        .by("sign-in.chain-as-text"),
                refused("fields without a text", claim -> !claim.has("message")).by("sign-in.fields"),
                credited("PAYMENT_VERIFICATION_FAILED").by("payment.expired"),
                credited("UNSUPPORTED_NETWORK").by("payment.test-network"),
                row("payment.", "a payment credits twice", on("/x402/top-up", 402, reply -> reply.withStatus(200)))
                        .by("payment.once"),
                row(
                                "x402.",
                                "a new wallet reads five dollars in its transactions",
                                edit(
                                        "/x402/transactions",
                                        200,
                                        body -> ((ObjectNode) body.path("data")).put("currentBalance", 5)))
                        .by("reply.wallet"),
                row(
                                "job.",
                                "a status has one more member",
                                edit("/video/retrieve", 200, body -> body.put("state", "x")))
                        .by("reply.times"),
                row(
                                "quote.",
                                "every quote says when to come again",
                                on("/video/quote", 200, reply -> reply.with("retry-after", "5")))
                        .by("reply.retry"),
                row(
                                "account.",
                                "usage is gone since another day",
                                on(
                                        "/billing/usage",
                                        410,
                                        reply -> reply.with("sunset", "Thu, 17 Sep 2026 00:00:00 GMT")))
                        .by("reply.gone"),
                row(
                                "account.",
                                "a page may not read the version",
                                on(
                                        "/billing/balance",
                                        200,
                                        reply -> reply.with("access-control-expose-headers", "x-venice-none")))
                        .by("reply.cors"),
                video("has no settings for its decoder", bytes -> renamed(bytes, "avcC", "xxxx")),
                video("has zeros for its pictures", DeviantTables::emptied),
                video("is switched off", bytes -> {
                    bytes[at(bytes, "tkhd") + 7] = 0;
                    return bytes;
                }));
    }

    private static String text(JsonNode claim) {
        return claim.path("message").asText();
    }

    private static Row refused(String what, Predicate<JsonNode> which) {
        return row(
                "sign-in.",
                "a sign-in is refused for " + what,
                (asked, reply) -> reply.status() == 200
                                && asked.contains("/x402/balance")
                                && which.test(decoded(asked.headers().getOrDefault("sign-in-with-x", "e30=")))
                        ? answered(reply, 401, "{\"error\":\"Invalid Sign-in-with-x signature\"}")
                        : reply);
    }

    private static Row credited(String code) {
        var credit = "{\"success\":true,\"data\":{\"walletAddress\":\"0x1\",\"amountCredited\":5,\"newBalance\":5,"
                + "\"paymentId\":\"x402-1\"}}";
        return row(
                "payment.",
                "a payment is credited although " + code,
                on("/x402/top-up", 400, reply -> reply.text().contains(code) ? answered(reply, 200, credit) : reply));
    }

    private static Reply answered(Reply reply, int status, String text) {
        return new Reply(status, reply.headers(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Row video(String says, UnaryOperator<byte[]> change) {
        return row(
                        "job.video",
                        "a video " + says,
                        on(
                                "/video/retrieve",
                                200,
                                reply -> isVideo(reply)
                                        ? body(reply, change.apply(reply.body().clone()))
                                        : reply))
                .by("reply.video");
    }

    private static byte[] renamed(byte[] bytes, String type, String other) {
        System.arraycopy(other.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at(bytes, type), other.length());
        return bytes;
    }

    /** The media data lie behind their head; half of them are left. */
    private static byte[] emptied(byte[] bytes) {
        var from = at(bytes, "mdat") + 4;
        var length = Math.min(bytes.length - from, 200_000);
        Arrays.fill(bytes, from + length / 2, from + length, (byte) 0);
        return bytes;
    }

    private static int at(byte[] bytes, String type) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(type);
    }
}

package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.edit;
import static dev.venicesim.contract.Deviations.row;
import static dev.venicesim.contract.Deviations.signIn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.Deviations.Row;
import dev.venicesim.contract.Meddler.Asked;
import dev.venicesim.contract.Meddler.Reply;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/** Deviations of one route, one value or one edge. */
final class DeviantRoutes {

    private DeviantRoutes() {}

    static List<Row> routes() {
        return List.of(
                signIn("a look-alike", claim -> claim.path("message").asText().startsWith("evil-"))
                        .by("sign-in.look-alike"),
                signIn("a sub-domain", claim -> claim.path("message").asText().startsWith("evil."))
                        .by("sign-in.sub-domain"),
                signIn("ten minutes", claim -> claim.path("message").asText().contains("Issued At: 2026-11-23T09:"))
                        .by("sign-in.just-old"),
                answers(
                        "sign-in.",
                        "forged sign-ins are taken at retrieve",
                        404,
                        "sign-in.everywhere",
                        (asked, reply) -> asked.contains("/video/retrieve") && reply.status() == 401),
                answers(
                        "sign-in.",
                        "transactions know no nonces",
                        200,
                        "sign-in.once-anywhere",
                        (asked, reply) -> asked.contains("/x402/transactions") && reply.status() == 401),
                answers(
                        "x402.",
                        "anybody's transactions are shown",
                        200,
                        "x402.other-transactions",
                        (asked, reply) -> asked.contains("/x402/transactions") && reply.status() == 403),
                answers(
                        "x402.",
                        "transactions need no sign-in",
                        200,
                        "x402.unsigned-transactions",
                        (asked, reply) -> asked.contains("/x402/transactions") && reply.status() == 401),
                answers(
                        "payment.",
                        "retrieve ignores payments",
                        402,
                        "payment.at-retrieve",
                        (asked, reply) -> asked.contains("/video/retrieve") && reply.status() == 400),
                answers(
                        "payment.",
                        "complete ignores payments",
                        402,
                        "payment.at-complete",
                        (asked, reply) -> asked.contains("/video/complete") && reply.status() == 400),
                answers(
                        "retrieve.",
                        "retrieve reads any content",
                        404,
                        "retrieve.content-type",
                        (asked, reply) -> asked.contains("/video/retrieve") && reply.status() == 415),
                answers(
                        "queue.",
                        "queue reads any content",
                        400,
                        "queue.content-type",
                        (asked, reply) -> asked.contains("/video/queue") && reply.status() == 415),
                answers(
                        "complete.",
                        "complete reads no JSON",
                        200,
                        "complete.broken-json",
                        (asked, reply) -> asked.body().equals("{\"model\":") && asked.contains("/video/complete")),
                objects("9:16 is refused", "\"9:16\"", "queue.legal-values"),
                objects("a second picture is refused", "\"end_image_url\":\"https", "queue.legal-fields"),
                opens("the last letter of a link is not read", "link.forged"),
                row("link.", "a deleted link is gone once only", () -> {
                            var gone = new ConcurrentHashMap<String, Reply>();
                            return (asked, reply) -> asked.contains("GET /v1/share")
                                            && reply.status() == 410
                                            && gone.put("", reply) != null
                                    ? reply.withStatus(200)
                                    : reply;
                        })
                        .by("link.revoked"));
    }

    private static Row answers(String area, String says, int status, String check, BiPredicate<Asked, Reply> where) {
        return row(area, says, (asked, reply) -> where.test(asked, reply) ? reply.withStatus(status) : reply)
                .by(check);
    }

    /** A further issue where a body holds a text. */
    private static Row objects(String says, String text, String check) {
        return row(
                        "queue.legal",
                        says,
                        (asked, reply) -> asked.body().contains(text)
                                ? edit("/video/queue", 400, DeviantRoutes::objection)
                                        .apply(asked, reply)
                                : reply)
                .by(check);
    }

    private static void objection(ObjectNode body) {
        body.withArray("issues")
                .addObject()
                .put("code", "custom")
                .put("message", "No")
                .putArray("path")
                .add("prompt");
    }

    private static Row opens(String says, String check) {
        return row("link.", says, () -> {
                    var links = new ConcurrentHashMap<String, Reply>();
                    return (asked, reply) -> {
                        if (!asked.contains("GET /v1/share")) {
                            return reply;
                        }
                        var begins = asked.line().substring(0, asked.line().length() - 1);
                        if (Deviations.isVideo(reply) && reply.status() == 200) {
                            links.put(begins, reply);
                        }
                        return reply.status() == 404 ? links.getOrDefault(begins, reply) : reply;
                    };
                })
                .by(check);
    }
}

package dev.venicesim.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.Meddler.Asked;
import dev.venicesim.contract.Meddler.Change;
import dev.venicesim.contract.Meddler.Reply;
import dev.venicesim.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Deviations of a target, each in one point: what a check has to find. A row makes its change anew for each run. */
final class Deviations {

    /**
     * A deviation.
     *
     * @param area prefixes of the checks that give it a chance to show
     * @param says what the target does otherwise
     * @param check that has to find it; empty if any may
     */
    record Row(String area, String says, Supplier<Change> change, String check) {

        /** The same, to be found by one certain check. */
        Row by(String other) {
            return new Row(area, says, change, other);
        }

        @Override
        public String toString() {
            return says;
        }
    }

    private Deviations() {}

    static List<Row> all() {
        return Stream.of(
                        DeviantBodies.status(),
                        DeviantBodies.shape(),
                        DeviantHeaders.headers(),
                        DeviantHeaders.limits(),
                        DeviantMoney.money(),
                        DeviantMoney.video(),
                        DeviantLinks.links(),
                        DeviantOffers.offers(),
                        DeviantAccess.signIns(),
                        DeviantAccess.validation())
                .flatMap(List::stream)
                .toList();
    }

    static Row row(String area, String says, Change change) {
        return new Row(area, says, () -> change, "");
    }

    static Row row(String area, String says, Supplier<Change> change) {
        return new Row(area, says, change, "");
    }

    static Row signIn(String what, Predicate<JsonNode> which) {
        return row(
                "sign-in.",
                "a sign-in is taken for " + what,
                (asked, reply) -> reply.status() == 401
                                && asked.contains("/x402/balance")
                                && which.test(decoded(asked.headers().getOrDefault("sign-in-with-x", "e30=")))
                        ? accepted(asked, reply)
                        : reply);
    }

    static Reply accepted(Asked asked, Reply reply) {
        var wallet = asked.line().replaceFirst(".*/", "").toLowerCase(Locale.ROOT);
        var body = "{\"success\":true,\"data\":{\"walletAddress\":\"" + wallet
                + "\",\"balanceUsd\":0,\"canConsume\":false,\"minimumTopUpUsd\":5,\"suggestedTopUpUsd\":10}}";
        return new Reply(200, reply.headers(), body.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode decoded(String header) {
        try {
            return Json.read(Base64.getDecoder().decode(header));
        } catch (IOException | IllegalArgumentException e) {
            return Json.object();
        }
    }

    static Change on(String path, int status, UnaryOperator<Reply> change) {
        return (asked, reply) -> asked.contains(path) && reply.status() == status ? change.apply(reply) : reply;
    }

    static Change jsonOn(String path, int status, UnaryOperator<Reply> change) {
        return on(path, status, reply -> isVideo(reply) ? reply : change.apply(reply));
    }

    static Change keyed(String path, UnaryOperator<Reply> change) {
        return (asked, reply) -> asked.contains(path) && reply.headers().containsKey("x-venice-balance-usd")
                ? change.apply(reply)
                : reply;
    }

    static Change share(int status, UnaryOperator<Reply> change) {
        return (asked, reply) ->
                asked.contains("GET /v1/share") && reply.status() == status ? change.apply(reply) : reply;
    }

    static Change ofVideo(UnaryOperator<Reply> change) {
        return (asked, reply) -> asked.contains("/video/retrieve") && isVideo(reply) ? change.apply(reply) : reply;
    }

    static Change edit(String path, int status, Consumer<ObjectNode> change) {
        return edited(path, status, change);
    }

    static Change editJson(String path, int status, Consumer<ObjectNode> change) {
        return edited(path, status, change);
    }

    static Change edited(String path, int status, Consumer<ObjectNode> change) {
        return on(path, status, reply -> {
            if (isVideo(reply)) {
                return reply;
            }
            try {
                var json = (ObjectNode) Json.read(reply.body());
                change.accept(json);
                return body(reply, Json.bytes(json));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The body and, in the same way, the header that repeats it. */
    static Change both(String path, Consumer<ObjectNode> change) {
        return on(path, 402, reply -> {
            try {
                var json = (ObjectNode) Json.read(reply.body());
                if (!json.has("accepts")) {
                    return reply;
                }
                change.accept(json);
                var header = (ObjectNode)
                        Json.read(Base64.getDecoder().decode(reply.headers().get("payment-required")));
                change.accept(header);
                return body(reply, Json.bytes(json))
                        .with("payment-required", Base64.getEncoder().encodeToString(Json.bytes(header)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static Change without(Predicate<JsonNode> which) {
        return withoutOn("/video/queue", which);
    }

    /** A field that nobody looks at: its issues are gone, and so are its details. */
    static Change withoutOn(String path, Predicate<JsonNode> which) {
        return edited(path, 400, body -> {
            var issues = body.path("issues").iterator();
            while (issues.hasNext()) {
                var issue = issues.next();
                if (which.test(issue)) {
                    issues.remove();
                    remove(
                            body.path("details"),
                            issue.path("message").asText(),
                            issue.at("/path/0").asText());
                }
            }
        });
    }

    static void remove(JsonNode details, String message, String field) {
        for (var messages : List.of(details.path("_errors"), details.path(field).path("_errors"))) {
            var each = messages.iterator();
            while (each.hasNext()) {
                if (each.next().asText().equals(message)) {
                    each.remove();
                }
            }
        }
    }

    static void nonce(ObjectNode body, String nonce) {
        if (body.at("/extensions/sign-in-with-x/info") instanceof ObjectNode info) {
            info.put("nonce", nonce);
        }
    }

    static ObjectNode info(ObjectNode body) {
        return (ObjectNode) body.at("/extensions/sign-in-with-x/info");
    }

    static ObjectNode data(ObjectNode body) {
        return body.path("data") instanceof ObjectNode data ? data : Json.object();
    }

    static ObjectNode first(ObjectNode body) {
        return (ObjectNode) body.at("/data/0");
    }

    static ObjectNode spec(ObjectNode body) {
        return (ObjectNode) body.at("/data/0/model_spec");
    }

    static ObjectNode constraints(ObjectNode body) {
        return (ObjectNode) body.at("/data/0/model_spec/constraints");
    }

    static ObjectNode issue(ObjectNode body) {
        return body.at("/issues/0") instanceof ObjectNode issue ? issue : Json.object();
    }

    static Reply lower(Reply reply, String by) {
        var balance = reply.headers().get("x-venice-balance-usd");
        return balance == null
                ? reply
                : reply.with(
                        "x-venice-balance-usd",
                        new BigDecimal(balance).subtract(new BigDecimal(by)).toPlainString());
    }

    static Reply body(Reply reply, byte[] body) {
        return new Reply(reply.status(), reply.headers(), body);
    }

    static Map<String, String> json(Reply reply) {
        return reply.with("content-type", "application/json; charset=utf-8")
                .without("etag")
                .headers();
    }

    static boolean isVideo(Reply reply) {
        return reply.headers().getOrDefault("content-type", "").startsWith("video/");
    }

    static byte[] flipped(byte[] body, int by) {
        var other = body.clone();
        other[Math.max(0, other.length - 10)] ^= (byte) by;
        return other;
    }

    /** The movie header, and each track's, say twice the duration. */
    static byte[] duration(byte[] body) {
        var other = ByteBuffer.wrap(body.clone());
        for (var at = 0; at < Math.min(body.length, 4000) - 40; at++) {
            var name = new String(body, at, 4, StandardCharsets.ISO_8859_1);
            var field = switch (name) {
                case "mvhd", "mdhd" -> at + 20;
                case "tkhd" -> at + 24;
                default -> -1;
            };
            if (field > 0) {
                other.putInt(field, other.getInt(field) * 2);
            }
            if (name.equals("elst")) {
                other.putInt(at + 12, other.getInt(at + 12) * 2);
            }
        }
        return other.array();
    }
}

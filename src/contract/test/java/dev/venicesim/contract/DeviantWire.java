package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.body;
import static dev.venicesim.contract.Deviations.both;
import static dev.venicesim.contract.Deviations.edit;
import static dev.venicesim.contract.Deviations.keyed;
import static dev.venicesim.contract.Deviations.lower;
import static dev.venicesim.contract.Deviations.ofVideo;
import static dev.venicesim.contract.Deviations.on;
import static dev.venicesim.contract.Deviations.row;
import static dev.venicesim.contract.Deviations.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.contract.Deviations.Row;
import dev.venicesim.contract.Meddler.Change;
import dev.venicesim.contract.Meddler.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Deviations that no single check asks for: they show in what every reply carries, or from one reply to the next. */
final class DeviantWire {

    private static final String RESET = "x-ratelimit-reset-requests";
    private static final String OUR_LINK = "/v1/share";

    private DeviantWire() {}

    static List<Row> all() {
        return Stream.of(replies(), videos(), links(), wallets())
                .flatMap(List::stream)
                .toList();
    }

    /** In an edition whose check of the last job leaves it to the clean-up. */
    static Change aCentInTheCleanUp() {
        var deleted = new AtomicBoolean();
        return (asked, reply) -> {
            deleted.compareAndSet(false, asked.contains("DELETE " + OUR_LINK));
            var cleans = asked.body().contains("delete_media_on_completion");
            return deleted.get() && cleans ? lower(reply, "0.01") : reply;
        };
    }

    private static List<Row> replies() {
        return List.of(
                row("quote.", "a ray is a number", () -> {
                            var sent = new AtomicInteger();
                            return on("/video/quote", 200, reply -> reply.with("cf-ray", "" + sent.getAndIncrement()));
                        })
                        .by("reply.ray"),
                row("quote.", "each reply is of another release", () -> {
                            var sent = new AtomicInteger(100_000);
                            return (asked, reply) ->
                                    reply.with("x-venice-version", "20260821." + sent.getAndIncrement());
                        })
                        .by("reply.version"),
                row(
                                "quote.",
                                "a byte order mark stands before a quote",
                                on(
                                        "/video/quote",
                                        200,
                                        reply -> body(
                                                reply, ("\uFEFF" + reply.text()).getBytes(StandardCharsets.UTF_8))))
                        .by("reply.content-type"),
                row(
                                "quote.",
                                "a model is called deprecated that the list keeps",
                                on(
                                        "/video/quote",
                                        200,
                                        reply -> reply.with("x-venice-model-deprecation-date", "2027-01-01")))
                        .by("reply.model"),
                row(
                                "quote. retrieve.",
                                "a stranger is told of limits",
                                on("/video/quote", 200, reply -> reply.with("x-ratelimit-limit-requests", "40")))
                        .by("reply.limits"),
                row("retrieve.", "a window ends later with each request", () -> {
                            var sent = new AtomicInteger();
                            return keyed("/video/retrieve", reply -> later(reply, 5 * sent.getAndIncrement()));
                        })
                        .by("reply.limits"));
    }

    private static List<Row> videos() {
        return List.of(
                row("link.", "a video has no sound", share(200, reply -> renamed(reply, "soun", "text")))
                        .by("reply.video"),
                row("job.", "a video is of no known codec", ofVideo(reply -> renamed(reply, "avc1", "xvid")))
                        .by("reply.video"),
                row("job.", "pictures are 40 lines short", ofVideo(DeviantWire::shorter))
                        .by("reply.video"),
                row("job.", "a video is a file of QuickTime", ofVideo(DeviantWire::quickTime))
                        .by("reply.video"),
                row("job.", "a stretch of the pictures is lost", ofVideo(DeviantWire::blank))
                        .by("reply.video"),
                row("job.", "a video is pressed for who cannot undo it", ofVideo(DeviantWire::pressed))
                        .by("reply.encoding"));
    }

    private static List<Row> links() {
        return List.of(
                row(
                                "link.",
                                "HEAD tells a byte more",
                                (asked, reply) -> asked.contains("HEAD " + OUR_LINK)
                                                && reply.headers().containsKey("content-length")
                                        ? reply.with(
                                                "content-length",
                                                Long.toString(1
                                                        + Long.parseLong(
                                                                reply.headers().get("content-length"))))
                                        : reply)
                        .by("reply.link"),
                row("link.", "past the end no length is told", share(416, reply -> reply.without("content-range")))
                        .by("reply.link"),
                row("link.", "parts are sent and denied", share(206, reply -> reply.with("accept-ranges", "none")))
                        .by("reply.link"),
                row("link.", "a job that is done runs again", () -> {
                            var done = new AtomicInteger();
                            return (asked, reply) -> asked.contains("/video/retrieve")
                                            && reply.text().contains("\"COMPLETED\"")
                                            && done.getAndIncrement() % 3 == 1
                                    ? reply.replacing("COMPLETED", "PROCESSING")
                                    : reply;
                        })
                        .by("reply.times"));
    }

    private static List<Row> wallets() {
        return List.of(
                row("x402. queue.", "a new wallet is refused with 5 dollars", edit("/video/queue", 402, body -> {
                            if (body.has("currentBalanceUsd")) {
                                body.put("currentBalanceUsd", 5);
                            }
                        }))
                        .by("reply.offer"),
                row(
                                "x402. queue.",
                                "nobody pays the fee of Solana",
                                both(
                                        "/video/queue",
                                        body -> body.path("accepts").forEach(terms -> {
                                            if (terms.path("extra") instanceof ObjectNode extra) {
                                                extra.remove("feePayer");
                                            }
                                        })))
                        .by("reply.offer"),
                row("queue.", "keys are got from another host", edit("/video/queue", 402, body -> {
                            if (body.at("/authOptions/apiKey") instanceof ObjectNode key) {
                                key.put("getKey", "https://example.com/keys");
                            }
                        }))
                        .by("reply.offer"),
                row("queue.", "a top-up has another path", edit("/video/queue", 402, body -> {
                            if (body.at("/authOptions/x402Wallet") instanceof ObjectNode wallet) {
                                wallet.put("topUp", "POST /api/v2/top-up");
                            }
                        }))
                        .by("reply.offer"),
                row(
                                "x402.",
                                "a page of transactions has 20",
                                edit(
                                        "/x402/transactions",
                                        200,
                                        body -> ((ObjectNode) body.at("/data/pagination")).put("limit", 20)))
                        .by("reply.wallet"));
    }

    private static Reply later(Reply reply, int seconds) {
        var reset = reply.headers().get(RESET);
        return reset == null ? reply : reply.with(RESET, Long.toString(Long.parseLong(reset) + seconds));
    }

    private static Reply renamed(Reply reply, String from, String to) {
        var bytes = reply.body().clone();
        var at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(from, find(bytes, "moov"));
        System.arraycopy(to.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, at, to.length());
        return body(reply, bytes);
    }

    /** Its brands, which stand before and behind a number. */
    private static Reply quickTime(Reply reply) {
        var bytes = ByteBuffer.wrap(reply.body().clone());
        for (var at = 8; at < bytes.getInt(0); at += at == 8 ? 8 : 4) {
            bytes.put(at, "qt  ".getBytes(StandardCharsets.ISO_8859_1));
        }
        return body(reply, bytes.array());
    }

    private static Reply blank(Reply reply) {
        var bytes = reply.body().clone();
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 4000, (byte) 0);
        return body(reply, bytes);
    }

    private static Reply pressed(Reply reply) {
        var pressed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(pressed)) {
            out.write(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body(reply, pressed.toByteArray()).with("content-encoding", "gzip");
    }

    /** The sample entry of the pictures says so. */
    private static Reply shorter(Reply reply) {
        var bytes = ByteBuffer.wrap(reply.body().clone());
        var at = find(bytes.array(), "avc1");
        var width = bytes.getShort(at + 28);
        var height = bytes.getShort(at + 30);
        bytes.putShort(at + (width < height ? 28 : 30), (short) (Math.min(width, height) - 40));
        return body(reply, bytes.array());
    }

    /** The last of the head of the file, whose brands may have the same name. */
    private static int find(byte[] bytes, String name) {
        var head = new String(bytes, 0, Math.min(bytes.length, 20_000), StandardCharsets.ISO_8859_1);
        return head.lastIndexOf(name);
    }
}

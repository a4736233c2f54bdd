package dev.venicesim.contract;

import static dev.venicesim.contract.Deviations.body;
import static dev.venicesim.contract.Deviations.edit;
import static dev.venicesim.contract.Deviations.flipped;
import static dev.venicesim.contract.Deviations.isVideo;
import static dev.venicesim.contract.Deviations.row;
import static dev.venicesim.contract.Deviations.share;

import dev.venicesim.contract.Deviations.Row;
import dev.venicesim.contract.Meddler.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Deviations of download links. */
final class DeviantLinks {

    private DeviantLinks() {}

    static List<Row> links() {
        return List.of(
                row(
                                "link.",
                                "a link ends in a slash and leads nowhere",
                                edit(
                                        "/video/queue",
                                        200,
                                        body -> body.put(
                                                "download_url",
                                                body.path("download_url").asText() + "/")))
                        .by("link.download"),
                row("link.", "a forged link is opened", () -> {
                    var last = new ConcurrentHashMap<String, Reply>();
                    return (asked, reply) -> {
                        if (!asked.contains("GET /v1/share")) {
                            return reply;
                        }
                        if (isVideo(reply) && reply.status() == 200) {
                            last.put("video", reply);
                        }
                        return reply.status() == 404 && last.containsKey("video") ? last.get("video") : reply;
                    };
                }),
                row("link.", "a forged link is 403", share(404, reply -> reply.withStatus(403))),
                row(
                        "link.",
                        "part of a video is one byte off",
                        share(206, reply -> body(reply, Arrays.copyOf(reply.body(), reply.body().length - 1)))),
                row(
                        "link.",
                        "part of a video has another byte",
                        share(206, reply -> body(reply, flipped(reply.body(), 1)))),
                row(
                        "link.",
                        "the range is told wrongly",
                        share(206, reply -> reply.with("content-range", "bytes 100-300/890013"))),
                row("link.", "a range past the end is 200", share(416, reply -> reply.withStatus(200))),
                row("link.", "a revoked link is 404", share(410, reply -> reply.withStatus(404))),
                row("link.", "a revoked link still opens", () -> {
                    var last = new ConcurrentHashMap<String, Reply>();
                    return (asked, reply) -> {
                        if (asked.contains("GET /v1/share") && isVideo(reply) && reply.status() == 200) {
                            last.put("video", reply);
                        }
                        return asked.contains("GET /v1/share") && reply.status() == 410
                                ? last.getOrDefault("video", reply)
                                : reply;
                    };
                }),
                row(
                        "link.",
                        "a link's video is cut",
                        share(200, reply -> body(reply, Arrays.copyOf(reply.body(), reply.body().length / 2)))),
                row(
                        "link.",
                        "HEAD tells no length",
                        (asked, reply) -> asked.contains("HEAD /v1/share") ? reply.without("content-length") : reply),
                row("link.", "no link is handed out", edit("/video/queue", 200, body -> body.remove("download_url"))),
                row(
                        "link.",
                        "a link's job streams its video",
                        (asked, reply) -> asked.contains("/video/retrieve")
                                        && reply.text().contains("COMPLETED")
                                ? reply.with("content-type", "video/mp4")
                                : reply));
    }
}

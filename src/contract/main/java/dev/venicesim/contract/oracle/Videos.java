package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.venicesim.api.Verified;
import dev.venicesim.media.probe.MediaProbe;
import dev.venicesim.media.probe.facts.Measures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Oracle of videos: an MP4 that can be played to its end, of the length and ratio that were ordered, always the same. How
 * far a provider's clip may miss its order is not told; the tolerances are this project's.
 */
@Verified(
        on = "2026-08-21",
        source = "docs/api/retrieve.md#status-or-video, docs/api/retrieve.md#fetching-again,"
                + " docs/api/retrieve.md#files-as-they-are-delivered, docs/api/queue.md#lists-of-durations,"
                + " docs/api/queue.md#ratios, docs/api/queue.md#resolutions")
final class Videos {

    /** Less was seen of placeholders alone. */
    private static final int SMALLEST = 100_000;

    private static final Duration SLACK = Duration.ofSeconds(1);

    private record Seen(byte[] body, String tag) {}

    /**
     * What is known of a run's jobs and their videos.
     *
     * @param orders by the id of a job and by its link
     * @param jobs the id of a job by its link, and by itself: what was handed out, and nothing that was made up
     * @param seen by the id or the link that it was fetched by
     */
    private record Known(Map<String, JsonNode> orders, Map<String, String> jobs, Map<String, Seen> seen) {

        /** Whether another job had the same bytes, which no two have, of the same order either. */
        boolean isOfAnother(String key, byte[] body) {
            return jobs.containsKey(key)
                    && seen.entrySet().stream()
                            .filter(before -> areOfTwo(before.getKey(), key))
                            .anyMatch(before -> Arrays.equals(before.getValue().body(), body));
        }

        private boolean areOfTwo(String before, String key) {
            return jobs.containsKey(before) && !jobs.get(before).equals(jobs.get(key));
        }

        JsonNode order(String key) {
            return orders.getOrDefault(key, MissingNode.getInstance());
        }
    }

    private Videos() {}

    static List<Deviation> judge(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        var known = new Known(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (var exchange : exchanges) {
            if (exchange.asks("/video/queue") && exchange.reply().ok()) {
                var reply = exchange.reply().json();
                var id = reply.path("queue_id").asText();
                var link = reply.path("download_url").asText();
                known.orders().put(id, exchange.requestBody());
                known.orders().put(link, exchange.requestBody());
                known.jobs().put(id, id);
                known.jobs().put(link, id);
            }
            if (exchange.reply().ok() && exchange.reply().isVideo() && !ReplyForm.isEmpty(exchange.reply())) {
                video(exchange, known, reference, found);
            }
        }
        return found;
    }

    private static void video(ObservedExchange exchange, Known known, Reference reference, List<Deviation> found) {
        var body = exchange.reply().body();
        var complaint = MovieBoxes.complaint(body);
        if (complaint.isPresent()) {
            found.add(exchange.at("body", "an MP4 that is whole", complaint.get()));
        } else {
            var key = exchange.isLink() ? exchange.request().path() : exchange.asked("queue_id");
            var order = known.order(key);
            measured(exchange, MediaProbe.measure(body).measures(), order, found);
            OrderedPictures.tracks(exchange, order, reference, found);
            PlayableTracks.complaints(body)
                    .forEach(words -> found.add(exchange.at("body", "tracks that can be played", words)));
            PictureUnits.complaint(body)
                    .ifPresent(words -> found.add(exchange.at("body", "pictures that can be decoded", words)));
            if (known.isOfAnother(key, body)) {
                found.add(exchange.at("body", "a video of this job's own", "the bytes of another job's"));
            }
            same(exchange, key, known.seen(), found);
        }
        if (body.length < SMALLEST) {
            found.add(exchange.at("body", "at least " + SMALLEST + " bytes", body.length + " bytes"));
        }
        exchange.reply()
                .header("content-length")
                .filter(length -> !length.equals(Integer.toString(body.length)))
                .ifPresent(length ->
                        found.add(exchange.header("content-length", body.length + ", the length of the body")));
    }

    private static void same(ObservedExchange exchange, String key, Map<String, Seen> seen, List<Deviation> found) {
        var now = new Seen(
                exchange.reply().body(), exchange.reply().header("etag").orElse(""));
        var before = seen.putIfAbsent(key, now);
        if (before != null && !Arrays.equals(before.body(), now.body())) {
            found.add(exchange.at("body", "the bytes that came before", "others, " + now.body().length + " of them"));
        }
        if (before != null && !before.tag().equals(now.tag())) {
            found.add(exchange.header("etag", before.tag() + ", since the bytes are the same"));
        }
    }

    private static void measured(ObservedExchange exchange, Measures measures, JsonNode order, List<Deviation> found) {
        var duration = order.path("duration").asText();
        if (duration.matches("\\d{1,3}s")) {
            var wanted = Duration.ofSeconds(Long.parseLong(duration.replace("s", "")));
            length(exchange, wanted, measures.duration(), "a video of " + duration, found);
            length(exchange, wanted, MovieBoxes.told(exchange.reply().body()), "a head that tells " + duration, found);
        }
        if (measures.videoCodec().isEmpty()) {
            found.add(exchange.at("body", "a picture track", "none"));
        }
        measures.size().ifPresent(size -> {
            OrderedPictures.shape(exchange, size.width(), size.height(), order, found);
            OrderedPictures.coded(exchange, size.width(), size.height(), order, found);
        });
    }

    private static void length(
            ObservedExchange exchange,
            Duration wanted,
            Optional<Duration> length,
            String expected,
            List<Deviation> found) {
        if (length.filter(is -> is.minus(wanted).abs().compareTo(SLACK) < 0).isEmpty()) {
            var is = length.map(told -> told.toMillis() + " ms").orElse("none");
            found.add(exchange.at("body", expected, is));
        }
    }
}

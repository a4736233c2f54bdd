package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.venicesim.api.Verified;
import dev.venicesim.catalog.ApiEdition;
import dev.venicesim.contract.http.PlainNumber;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Oracles of ids, which are new ones of their kind, and of times, which are in their unit and grow. */
@Verified(
        on = "2026-08-21",
        source =
                "docs/api/queue.md#reply-of-queue, docs/api/queue.md#queue-ids, docs/api/retrieve.md#times-of-a-status,"
                        + " docs/api/limits-and-headers.md#limits-of-a-key, docs/api/models.md#the-list-of-video-models")
final class IdsAndTimes {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** What was seen of ids; the example in an edition's file is of another version. Source: docs/api/queue.md#queue-ids. */
    private static final String OBSERVED = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    private static final long A_SECOND = 1000;
    private static final List<String> STATUS = List.of("status", "average_execution_time", "execution_duration");

    /** Jobs take minutes. Source: docs/api/retrieve.md#run-times-that-are-known. */
    private static final long AN_HOUR = Duration.ofHours(1).toMillis();

    private static final long A_DAY = Duration.ofDays(1).toMillis();
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final long YEAR_2020 = Instant.parse("2020-01-01T00:00:00Z").getEpochSecond();

    private record Progress(BigDecimal milliseconds, Instant at) {}

    private IdsAndTimes() {}

    static List<Deviation> ids(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        var known = new HashSet<String>();
        for (var exchange : exchanges) {
            if (!exchange.asks("/video/queue") || !exchange.reply().ok()) {
                continue;
            }
            var reply = exchange.reply().json();
            var id = reply.path("queue_id").asText();
            if (!id.matches(UUID)) {
                found.add(exchange.at("/queue_id", "a UUID", ReplyBodies.shown(reply.path("queue_id"))));
            } else if (isAsObserved(reference.edition()) && !id.matches(OBSERVED)) {
                found.add(exchange.at("/queue_id", "a UUID of version 7", id));
            } else if (!known.add(id)) {
                found.add(exchange.at("/queue_id", "an id that no job before had", id));
            }
            if (!reply.path("model").asText().equals(exchange.asked("model"))) {
                found.add(exchange.at("/model", exchange.asked("model"), ReplyBodies.shown(reply.path("model"))));
            }
            var link = reply.path("download_url");
            if (!link.isMissingNode() && (!link.asText().matches("https?://[^\\s]+") || !known.add(link.asText()))) {
                found.add(exchange.at("/download_url", "an address that no job before had", link.asText()));
            }
        }
        return found;
    }

    /** Whether no file of the API is the edition's own, so that what was seen is what there is to go by. */
    private static boolean isAsObserved(ApiEdition edition) {
        return edition.derivedFrom().isPresent();
    }

    static List<Deviation> times(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        var progress = new HashMap<String, Progress>();
        var ended = new HashSet<String>();
        for (var exchange : exchanges) {
            var body = exchange.reply().json();
            if (!exchange.reply().ok()) {
                continue;
            }
            switch (exchange.path()) {
                case "/video/retrieve" -> {
                    job(exchange, body, progress, found);
                    ended(exchange, body, ended, found);
                }
                case "/models" -> created(exchange, body, found);
                case "/api_keys/rate_limits" -> midnight(exchange, body, found);
                default -> {}
            }
        }
        return found;
    }

    private static void job(
            ObservedExchange exchange, JsonNode body, Map<String, Progress> progress, List<Deviation> found) {
        var average = body.path("average_execution_time");
        var execution = body.path("execution_duration");
        if (!average.isNumber() || !execution.isNumber()) {
            return;
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!STATUS.contains(name)) {
                found.add(
                        exchange.at("/" + name, "absent: a status has " + STATUS, ReplyBodies.shown(body.path(name))));
            }
        });
        if (!isWithin(average, A_SECOND, AN_HOUR)) {
            found.add(exchange.at("/average_execution_time", "milliseconds of a job", ReplyBodies.shown(average)));
        }
        if (!isWithin(execution, 0, A_DAY)) {
            found.add(exchange.at(
                    "/execution_duration", "milliseconds since the job began", ReplyBodies.shown(execution)));
            return;
        }
        var now = new Progress(execution.decimalValue(), exchange.at());
        var before = progress.put(exchange.asked("queue_id"), now);
        if (before == null || !body.path("status").asText().equals("PROCESSING")) {
            return;
        }
        var grown = now.milliseconds().subtract(before.milliseconds());
        var passed = Duration.between(before.at(), now.at()).toMillis();
        if (grown.signum() < 0) {
            found.add(exchange.at(
                    "/execution_duration",
                    "no less than the " + before.milliseconds() + " before",
                    execution.toString()));
        } else if (passed >= A_SECOND && grown.longValue() < passed / 20) {
            found.add(exchange.at(
                    "/execution_duration",
                    "about " + passed + " more than the " + before.milliseconds() + " before, in milliseconds",
                    execution.toString()));
        }
    }

    /** A job that is done, with or without a link, never runs again. */
    private static void ended(ObservedExchange exchange, JsonNode body, Set<String> ended, List<Deviation> found) {
        var id = exchange.asked("queue_id");
        var status = body.path("status").asText();
        if (exchange.reply().isVideo() || status.equals("COMPLETED")) {
            ended.add(id);
        } else if (status.equals("PROCESSING") && ended.contains(id)) {
            found.add(exchange.at("/status", "no PROCESSING of a job that was done before", status));
        }
    }

    private static void created(ObservedExchange exchange, JsonNode body, List<Deviation> found) {
        var latest = exchange.at().plus(Duration.ofDays(400)).getEpochSecond();
        var index = 0;
        for (var model : body.path("data")) {
            var created = model.path("created");
            if (created.isNumber() && !isWithin(created, YEAR_2020, latest)) {
                found.add(exchange.at("/data/" + index + "/created", "seconds since 1970", ReplyBodies.shown(created)));
            }
            index++;
        }
    }

    /** The clocks of both sides differ, so that around midnight one of them is a day ahead. */
    private static void midnight(ObservedExchange exchange, JsonNode body, List<Deviation> found) {
        var told = body.at("/data/nextEpochBegins");
        var earliest = exchange.at().minus(CLOCKS_DIFFER);
        var latest = exchange.at().plus(Duration.ofDays(1)).plus(CLOCKS_DIFFER);
        if (SignInChallenges.instant(told)
                .filter(epoch -> epoch.equals(epoch.truncatedTo(ChronoUnit.DAYS)))
                .filter(epoch -> epoch.isAfter(earliest) && epoch.isBefore(latest))
                .isEmpty()) {
            found.add(exchange.at(
                    "/data/nextEpochBegins", "the next midnight, seen from " + exchange.at(), ReplyBodies.shown(told)));
        }
    }

    private static boolean isWithin(JsonNode number, long least, long most) {
        return PlainNumber.of(number)
                .filter(is -> is.compareTo(BigDecimal.valueOf(least)) >= 0)
                .filter(is -> is.compareTo(BigDecimal.valueOf(most)) <= 0)
                .isPresent();
    }
}

package dev.venicesim.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Oracles of ids, which are new ones of their kind, and of times, which are in their unit and grow. */
final class IdsAndTimes {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final long A_SECOND = 1000;
    private static final long A_DAY = Duration.ofDays(1).toMillis();
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

    static List<Deviation> times(List<ObservedExchange> exchanges, Reference reference) {
        var found = new ArrayList<Deviation>();
        var progress = new HashMap<String, Progress>();
        for (var exchange : exchanges) {
            var body = exchange.reply().json();
            if (!exchange.reply().ok()) {
                continue;
            }
            switch (exchange.path()) {
                case "/video/retrieve" -> job(exchange, body, progress, found);
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
        if (average.longValue() < A_SECOND || average.longValue() > A_DAY) {
            found.add(exchange.at("/average_execution_time", "milliseconds of a job", average.toString()));
        }
        if (execution.decimalValue().signum() < 0 || execution.longValue() > A_DAY) {
            found.add(exchange.at("/execution_duration", "milliseconds since the job began", execution.toString()));
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

    private static void created(ObservedExchange exchange, JsonNode body, List<Deviation> found) {
        var latest = exchange.at().plus(Duration.ofDays(400)).getEpochSecond();
        var index = 0;
        for (var model : body.path("data")) {
            var created = model.path("created");
            if (created.isNumber() && (created.longValue() < YEAR_2020 || created.longValue() > latest)) {
                found.add(exchange.at("/data/" + index + "/created", "seconds since 1970", created.toString()));
            }
            index++;
        }
    }

    private static void midnight(ObservedExchange exchange, JsonNode body, List<Deviation> found) {
        var epoch = SignInChallenges.instant(body.at("/data/nextEpochBegins"));
        var expected = exchange.at()
                .atZone(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(1)
                .toInstant();
        if (epoch.filter(instant -> Duration.between(expected, instant).abs().compareTo(Duration.ofMinutes(5)) < 0)
                .isEmpty()) {
            found.add(exchange.at(
                    "/data/nextEpochBegins",
                    "the next midnight, " + expected,
                    ReplyBodies.shown(body.at("/data/nextEpochBegins"))));
        }
    }
}

package dev.venicesim.jobs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Jobs as the control API and the retrieve call write them. */
public final class JobJson {

    /** The names of the states. */
    public static final List<String> STATES = List.of("PROCESSING", "COMPLETED", "FAILED", "GONE");

    private JobJson() {}

    /**
     * A job as the control API shows it; {@code endsAt} is null while it is not fixed, {@code state} one of
     * {@link #STATES}.
     */
    public static ObjectNode write(VideoJob job, Instant now) {
        var json = Json.object()
                .put("queueId", job.queueId())
                .put("model", job.order().model())
                .put("state", state(job.at(now)))
                .put("queuedAt", job.timeline().queuedAt().toString())
                .put("endsAt", job.endsAt().map(Instant::toString).orElse(null))
                .put("expiresAt", job.timeline().expiresAt().toString())
                .put("costUsd", job.order().cost().number());
        json.set("outcome", OutcomeJson.write(job.outcome()));
        return json.put("polls", job.polls());
    }

    /**
     * The JSON a retrieve answers with, both times in milliseconds.
     *
     * @param status {@code PROCESSING} or {@code COMPLETED}
     */
    public static ObjectNode status(String status, Duration usual, Duration elapsed) {
        return Json.object()
                .put("status", status)
                .put("average_execution_time", usual.toMillis())
                .put("execution_duration", elapsed.toMillis());
    }

    /** A job's state by its name, one of {@link #STATES}. */
    public static String state(JobState state) {
        if (state instanceof JobState.Completed) {
            return "COMPLETED";
        }
        if (state instanceof JobState.Failed) {
            return "FAILED";
        }
        return state instanceof JobState.Gone ? "GONE" : "PROCESSING";
    }
}

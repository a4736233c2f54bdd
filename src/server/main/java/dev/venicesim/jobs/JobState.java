package dev.venicesim.jobs;

import java.time.Duration;
import java.time.Instant;

/** State of a job at an instant. */
public sealed interface JobState {

    /** Still being made. */
    record Processing(Duration elapsed) implements JobState {}

    /** The video is there since {@code at}. */
    record Completed(Instant at, Duration took) implements JobState {}

    /** Ended at {@code at} without a video; {@code outcome} says how. */
    record Failed(Instant at, Outcome outcome) implements JobState {}

    /** Answers an error this time and goes on afterwards. */
    record Faltering(Outcome outcome) implements JobState {}

    /** Was there once: its media were deleted, purged, or have {@code expired}. */
    record Gone(String why, boolean expired) implements JobState {}
}

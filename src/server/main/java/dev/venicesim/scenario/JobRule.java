package dev.venicesim.scenario;

import dev.venicesim.jobs.Outcome;
import dev.venicesim.jobs.Pace;
import java.time.Duration;
import java.util.Optional;

/**
 * Rule about jobs: what becomes of those it is for; what is left out is left to the world.
 *
 * @param time how long they take
 * @param averageTime what {@code average_execution_time} claims, where it should not fit
 */
public record JobRule(
        RuleCondition when, Optional<Pace> time, Optional<Duration> averageTime, Optional<Outcome> outcome) {}

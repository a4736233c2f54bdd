package dev.venicesim.jobs;

import java.time.Duration;

/**
 * What the finished video looks like.
 *
 * @param width pixels
 * @param height pixels
 * @param framesPerSecond whole frames a second
 * @param duration running time
 * @param audio whether it has a sound track
 */
public record Footage(int width, int height, int framesPerSecond, Duration duration, boolean audio) {}

package dev.venicesim.jobs;

import java.time.Duration;

/**
 * Format of the finished video.
 *
 * @param width pixels
 * @param height pixels
 * @param framesPerSecond whole frames a second
 * @param duration running time
 * @param audio whether it has a sound track
 */
public record VideoFormat(int width, int height, int framesPerSecond, Duration duration, boolean audio) {}

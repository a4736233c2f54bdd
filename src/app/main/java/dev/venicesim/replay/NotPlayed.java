package dev.venicesim.replay;

import dev.venicesim.run.RunRequest;

/** Request of a run that was not played, and why. */
public record NotPlayed(RunRequest request, String why) {}

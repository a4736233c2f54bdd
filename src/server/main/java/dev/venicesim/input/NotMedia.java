package dev.venicesim.input;

/**
 * A string that refers to no medium: plain text, another scheme, a URL without a host or past all length.
 *
 * @param start its first characters
 */
public record NotMedia(String start) implements MediaReference {}

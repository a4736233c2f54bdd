package dev.venicesim.validation;

/**
 * A request for what is said in a video.
 *
 * @param url http(s) address of the video
 * @param asText whether plain text is wanted instead of JSON
 */
public record TranscriptionRequest(String url, boolean asText) {}

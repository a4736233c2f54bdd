package dev.venicesim.journal.finding;

/**
 * End of a download: what became of the bytes of one reply that held a video, or a part of it.
 *
 * @param first the file's byte with which the reply began
 * @param sent how many bytes were handed to the connection
 * @param total how many bytes the file has
 */
public record Download(long first, long sent, long total) {}

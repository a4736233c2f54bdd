package dev.venicesim.media.link;

/**
 * What a download link opens.
 *
 * @param worldId id of the world, which tells nothing about its credential
 * @param jobId the job's queue id
 */
public record LinkTarget(String worldId, String jobId) {}

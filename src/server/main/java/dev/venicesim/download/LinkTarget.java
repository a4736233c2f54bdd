package dev.venicesim.download;

/**
 * Target of a download link: what it opens.
 *
 * @param worldId id of the world, which tells nothing about its credential
 * @param jobId the job's queue id
 */
public record LinkTarget(String worldId, String jobId) {}

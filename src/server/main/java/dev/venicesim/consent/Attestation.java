package dev.venicesim.consent;

import java.time.Instant;

/**
 * Consent given for one medium.
 *
 * @param role the part it played then
 * @param version the policy's
 * @param at by the world's clock
 * @param queueId the job that was accepted with it
 */
public record Attestation(FaceMediaRole role, String version, Instant at, String queueId) {}

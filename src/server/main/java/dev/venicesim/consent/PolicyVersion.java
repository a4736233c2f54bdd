package dev.venicesim.consent;

import dev.venicesim.api.Verified;

/**
 * The policy a caller attests to.
 *
 * @param version such as {@code v2.0}; what was attested under another is asked again
 * @param text four lines
 */
public record PolicyVersion(String version, String text) {

    public PolicyVersion {
        if (version.isBlank()) {
            throw new IllegalArgumentException("consentVersion is empty; write one such as v2.1");
        }
    }

    /** The policy of both editions. */
    @Verified(on = "2026-08-21", source = "docs/api/consent-and-content.md#the-policy-text")
    public static PolicyVersion documented() {
        return new PolicyVersion(
                "v2.0",
                "The likeness in any media you upload is your own, or you have explicit, legal consent from any"
                        + " depicted individual(s). Note: an image may contain more than one face — your attestation"
                        + " covers all of them.\n"
                        + "You own or have permission to use all media you uploaded for content generation.\n"
                        + "You agree to the Venice.ai Terms of Service and Privacy Policy. Violations can lead to"
                        + " account suspension and legal liability.\n"
                        + "No content is stored by Venice.");
    }
}

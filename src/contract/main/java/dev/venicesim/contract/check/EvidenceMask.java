package dev.venicesim.contract.check;

import dev.venicesim.net.CredentialMask;
import dev.venicesim.net.LinkMask;

/**
 * Mask of what a report may show of a target: no credential that a journal would mask, and no token of a download link.
 * What the run signs itself stays, by wallets that were made for it and hold nothing.
 */
final class EvidenceMask {

    private static final String HEADER = "header ";
    private static final String ABSENT = "absent";

    private EvidenceMask() {}

    static String masked(String text) {
        return LinkMask.masked(CredentialMask.maskText(text));
    }

    /** What a target has at a place, whose name may say that it is a credential. */
    static String masked(String pointer, String found) {
        if (found.equals(ABSENT)) {
            return found;
        }
        var masked = pointer.startsWith(HEADER)
                ? CredentialMask.mask(pointer.substring(HEADER.length()), found)
                : CredentialMask.maskMember(pointer.substring(pointer.lastIndexOf('/') + 1), found)
                        .orElse(found);
        return masked(masked);
    }
}

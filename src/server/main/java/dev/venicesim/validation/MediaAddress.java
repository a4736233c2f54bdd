package dev.venicesim.validation;

import dev.venicesim.api.Verified;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.net.HostKind;
import dev.venicesim.net.WebAddress;
import java.util.Optional;

/** Check of the text of a media field that reads no more of a data URL than its head. */
@Verified(on = "2026-10-02", source = "docs/api/media.md#addresses-of-media")
final class MediaAddress {

    private static final String DATA = "data:";

    private MediaAddress() {}

    /** What is wrong with an address, if anything. */
    static Optional<String> complaint(String text, boolean data) {
        var noAddress = data ? ViolationTexts.NOT_AN_ADDRESS : ViolationTexts.NOT_A_WEB_ADDRESS;
        if (text.regionMatches(true, 0, DATA, 0, DATA.length())) {
            return data ? Optional.empty() : Optional.of(noAddress);
        }
        var kind = WebAddress.of(text).map(WebAddress::kind).orElse(HostKind.INVALID);
        return switch (kind) {
            case PUBLIC -> Optional.empty();
            case INVALID -> Optional.of(noAddress);
            case LOOPBACK, PRIVATE, LINK_LOCAL, RESERVED -> Optional.of(ViolationTexts.NOT_PUBLIC);
        };
    }
}

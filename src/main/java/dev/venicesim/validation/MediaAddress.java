package dev.venicesim.validation;

import dev.venicesim.error.Verified;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.web.HostKind;
import dev.venicesim.web.WebAddress;
import java.util.Optional;

/** Judges the text of a media field without reading more of a data URL than its head. */
@Verified(on = "2026-10-02", source = "OpenAPI field descriptions; observed A2 (private and loopback hosts)")
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

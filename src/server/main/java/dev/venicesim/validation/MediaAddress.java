package dev.venicesim.validation;

import dev.venicesim.api.Verified;
import dev.venicesim.error.ViolationTexts;
import dev.venicesim.net.HostKind;
import dev.venicesim.net.WebAddress;
import java.util.Optional;

/** Check of the text of a media field that reads no more of a data URL than its head. */
@Verified(on = "2026-10-02", source = "docs/api/media.md#addresses-of-media")
final class MediaAddress {

    static final String DATA = "data:";
    static final String PICTURE = "data:image/";

    private MediaAddress() {}

    /**
     * What is wrong with an address, if anything.
     *
     * @param data how a data URL begins, in lower case; empty where none is allowed
     */
    static Optional<String> complaint(String text, String data) {
        var noAddress = data.isEmpty() ? ViolationTexts.NOT_A_WEB_ADDRESS : ViolationTexts.NOT_AN_ADDRESS;
        if (begins(text, DATA)) {
            return dataUrl(text, data, noAddress);
        }
        var kind = WebAddress.of(text).map(WebAddress::kind).orElse(HostKind.INVALID);
        return switch (kind) {
            case PUBLIC -> Optional.empty();
            case INVALID -> Optional.of(noAddress);
            case LOOPBACK, PRIVATE, LINK_LOCAL, RESERVED -> Optional.of(ViolationTexts.NOT_PUBLIC);
        };
    }

    private static Optional<String> dataUrl(String text, String data, String noAddress) {
        if (!data.isEmpty() && begins(text, data)) {
            return Optional.empty();
        }
        return Optional.of(data.equals(PICTURE) ? ViolationTexts.NOT_A_PICTURE_ADDRESS : noAddress);
    }

    private static boolean begins(String text, String start) {
        return text.regionMatches(true, 0, start, 0, start.length());
    }
}

package dev.venicesim.input;

import dev.venicesim.media.probe.bytes.JsonSlice;
import java.util.Locale;

/**
 * Reference to a medium: what a string in a request refers to. Reading one never fails: what is no reference is
 * {@link NotMedia}.
 */
public sealed interface MediaReference permits DataUrl, MediaUrl, NotMedia {

    /** No URL that long is one; only the payload of a data URL may be longer. */
    int LONGEST_URL = 32 * 1024;

    /** Reads a string where it lies in the request's body. */
    static MediaReference of(JsonSlice string) {
        String scheme = string.head(64).stripLeading().toLowerCase(Locale.ROOT);
        if (scheme.startsWith("data:")) {
            return DataUrl.parse(string);
        }
        if (string.length() > LONGEST_URL) {
            return new NotMedia(string.head(64));
        }
        return MediaUrl.parse(string.text());
    }

    static MediaReference of(String string) {
        return of(JsonSlice.of(string));
    }
}

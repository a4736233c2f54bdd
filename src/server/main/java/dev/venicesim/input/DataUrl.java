package dev.venicesim.input;

import dev.venicesim.media.probe.bytes.Bytes;
import dev.venicesim.media.probe.bytes.JsonSlice;
import java.util.Locale;

/**
 * A medium carried in the request itself: {@code data:<mime>[;parameters][;base64],<payload>}.
 *
 * @param mime its label in lower case, empty if it has none; what the bytes are is another matter
 * @param base64 whether the payload is base64, else percent-encoded
 * @param payload the text after the comma, where it lies in the body
 */
public record DataUrl(String mime, boolean base64, JsonSlice payload) implements MediaReference {

    private static final int LONGEST_HEADER = 1024;

    /** Reads a string that starts with {@code data:}; without a comma near its start it is no data URL. */
    static MediaReference parse(JsonSlice string) {
        int comma = string.indexOf(',', LONGEST_HEADER);
        if (comma < 0) {
            return new NotMedia(string.head(64));
        }
        String header = string.head(comma).strip().substring("data:".length()).toLowerCase(Locale.ROOT);
        int parameters = header.indexOf(';');
        String mime = parameters < 0 ? header : header.substring(0, parameters);
        boolean base64 = parameters >= 0 && header.replace(" ", "").endsWith(";base64");
        return new DataUrl(mime.strip(), base64, string.after(comma + 1));
    }

    /** Decodes and hashes the payload. */
    public Bytes open() {
        return base64 ? Bytes.ofBase64(payload) : Bytes.ofPercent(payload);
    }
}

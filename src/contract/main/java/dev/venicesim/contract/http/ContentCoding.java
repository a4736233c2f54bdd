package dev.venicesim.contract.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Coding of a reply's body: what is gzip as it says is decoded; what is not stays as it came, its header with it. */
final class ContentCoding {

    private static final String ENCODING = "content-encoding";
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private ContentCoding() {}

    /**
     * The body behind its coding.
     *
     * @param headers from which those of a coding that is undone are removed
     */
    static byte[] decoded(Map<String, String> headers, byte[] body) {
        if (!headers.getOrDefault(ENCODING, "").equalsIgnoreCase("gzip")) {
            return body;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            var plain = in.readNBytes(MOST_BYTES);
            headers.remove(ENCODING);
            headers.remove("content-length");
            return plain;
        } catch (IOException e) {
            return body;
        }
    }
}

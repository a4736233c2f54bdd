package dev.venicesim.media.probe.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The raw bytes of one JSON string, between its quotes and with its escapes, where they lie in the request's body. */
public final class JsonSlice {

    private final byte[] body;
    private final int from;
    private final int to;

    /**
     * The bytes of {@code body} from {@code from} (inclusive) to {@code to} (exclusive); not copied, not to be changed.
     */
    public JsonSlice(byte[] body, int from, int to) {
        Objects.checkFromToIndex(from, to, body.length);
        this.body = body;
        this.from = from;
        this.to = to;
    }

    /** A slice that reads as {@code text}. */
    public static JsonSlice of(String text) {
        byte[] raw = text.replace("\\", "\\\\").getBytes(StandardCharsets.UTF_8);
        return new JsonSlice(raw, 0, raw.length);
    }

    public int length() {
        return to - from;
    }

    /** The rest of this slice after its first {@code bytes} raw bytes. */
    public JsonSlice after(int bytes) {
        return new JsonSlice(body, from + bytes, to);
    }

    /**
     * Where {@code wanted} first stands among the first {@code within} raw bytes, counted from the start; -1 if it does
     * not.
     */
    public int indexOf(char wanted, int within) {
        for (int i = 0; i < Math.min(within, length()); i++) {
            if (body[from + i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** The text its first {@code bytes} raw bytes stand for, or all there are. */
    public String head(int bytes) {
        return new JsonSlice(body, from, from + Math.min(bytes, length())).text();
    }

    byte[] body() {
        return body;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** The text it stands for; meant for short slices. */
    public String text() {
        EscapeCursor cursor = new EscapeCursor(this);
        cursor.seek(from);
        byte[] utf8 = new byte[length()];
        StringBuilder text = new StringBuilder();
        int plain = 0;
        for (int at = cursor.at(); at < to; at = cursor.at()) {
            int unit = cursor.next();
            if (cursor.at() == at + 1) {
                utf8[plain++] = (byte) unit;
            } else {
                text.append(new String(utf8, 0, plain, StandardCharsets.UTF_8)).append((char) unit);
                plain = 0;
            }
        }
        return text.append(new String(utf8, 0, plain, StandardCharsets.UTF_8)).toString();
    }
}

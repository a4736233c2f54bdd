package dev.venicesim.acceptance.consent;

import dev.venicesim.consent.FacePicture;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Images whose bytes tests know. */
final class Pictures {

    private static final int END_CHUNK_BYTES = 12;

    private Pictures() {}

    static String identity(byte[] image) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(image));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static String identity(FacePicture image) {
        return identity(image.bytes());
    }

    static String dataUrl(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /** The same picture as another program would save it: a text more in its metadata. */
    static byte[] reencoded(FacePicture image, String comment) {
        var bytes = image.bytes();
        var text = ("Software\0" + comment).getBytes(StandardCharsets.ISO_8859_1);
        var chunk = ByteBuffer.allocate(text.length + 12)
                .putInt(text.length)
                .put("tEXt".getBytes(StandardCharsets.US_ASCII))
                .put(text);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, text.length + 4);
        chunk.putInt((int) crc.getValue());
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, bytes.length - END_CHUNK_BYTES);
        out.writeBytes(chunk.array());
        out.write(bytes, bytes.length - END_CHUNK_BYTES, END_CHUNK_BYTES);
        return out.toByteArray();
    }
}

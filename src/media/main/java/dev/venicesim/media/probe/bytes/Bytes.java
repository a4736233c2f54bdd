package dev.venicesim.media.probe.bytes;

import dev.venicesim.media.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * A medium's bytes: hashed in one pass when made, then read at any place by decoding the block that holds it.
 * Bytes past the end read as zero. For one thread.
 */
public final class Bytes {

    private final Blocks blocks;
    private final long length;
    private final boolean wellFormed;
    private final String sha256;
    private byte[] current = new byte[0];
    private long currentStart;

    private Bytes(Decoding decoding) {
        this.blocks = new Blocks(decoding);
        MessageDigest digest = Digests.sha256();
        long total = 0;
        Decoding.Block block;
        int index = 0;
        do {
            block = blocks.open(index);
            digest.update(blocks.get(index), 0, block.length());
            total += block.length();
            index++;
        } while (block.length() == blocks.size());
        this.length = total;
        this.wellFormed = block.wellFormed();
        this.sha256 = HexFormat.of().formatHex(digest.digest());
    }

    /** The bytes a base64 payload stands for. */
    public static Bytes ofBase64(JsonSlice payload) {
        return new Bytes(new Base64Text(payload));
    }

    /** The bytes a percent-encoded payload stands for. */
    public static Bytes ofPercent(JsonSlice payload) {
        return new Bytes(new PercentText(payload));
    }

    public static Bytes of(byte[] raw) {
        return new Bytes(new RawBytes(raw));
    }

    public long length() {
        return length;
    }

    /** Whether the text was what its encoding promises, to its end. */
    public boolean wellFormed() {
        return wellFormed;
    }

    /** Lower-case hex digits. */
    public String sha256Hex() {
        return sha256;
    }

    public boolean has(long at, long count) {
        return at >= 0 && count >= 0 && at <= length - count;
    }

    public int u8(long at) {
        if (at < 0 || at >= length) {
            return 0;
        }
        long offset = at - currentStart;
        if (offset < 0 || offset >= current.length) {
            int index = (int) (at / blocks.size());
            current = blocks.get(index);
            currentStart = (long) index * blocks.size();
            offset = at - currentStart;
        }
        return offset < current.length ? current[(int) offset] & 0xFF : 0;
    }

    public int u16(long at) {
        return u8(at) << 8 | u8(at + 1);
    }

    public long u32(long at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** Eight bytes as a signed number; negative where a size is past all reason. */
    public long s64(long at) {
        return u32(at) << 32 | u32(at + 4);
    }

    /** A four-character code, or the low bits of any big-endian word. */
    public int s32(long at) {
        return (int) u32(at);
    }

    public int u16le(long at) {
        return u8(at) | u8(at + 1) << 8;
    }

    public long u32le(long at) {
        return u16le(at) | (long) u16le(at + 2) << 16;
    }

    public long s64le(long at) {
        return u32le(at) | u32le(at + 4) << 32;
    }

    public boolean startsWith(long at, String latin1) {
        for (int i = 0; i < latin1.length(); i++) {
            if (u8(at + i) != latin1.charAt(i)) {
                return false;
            }
        }
        return has(at, latin1.length());
    }

    public byte[] copy(long at, int count) {
        byte[] copy = new byte[has(at, count) ? count : (int) Math.max(0, Math.min(count, length - Math.max(0, at)))];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = (byte) u8(at + i);
        }
        return copy;
    }

    public String latin1(long at, int count) {
        return new String(copy(at, count), StandardCharsets.ISO_8859_1);
    }

    /** The CRC-32 of a range. */
    public long crc32(long at, long count) {
        CRC32 crc = new CRC32();
        long end = Math.min(length, at + count);
        for (long from = at; from < end; ) {
            u8(from);
            int offset = (int) (from - currentStart);
            int run = (int) Math.min(end - from, current.length - offset);
            if (run <= 0) {
                break;
            }
            crc.update(current, offset, run);
            from += run;
        }
        return crc.getValue();
    }
}

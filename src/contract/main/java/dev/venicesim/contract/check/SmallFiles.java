package dev.venicesim.contract.check;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;

/** Files of some hundred bytes as data URLs, which say of themselves how large they are and how long they play. */
final class SmallFiles {

    private static final int CLIP_TICKS = 600;
    private static final int UNIT = 0x10000;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private SmallFiles() {}

    /** What is written into a file. */
    @FunctionalInterface
    private interface Content {
        void to(DataOutputStream out) throws IOException;
    }

    /** A PNG of so many pixels; what they show is left out. */
    static String picture(int width, int height) {
        return data("image/png", png(width, height));
    }

    /** A PNG that ends in the middle. */
    static String brokenPicture() {
        return data("image/png", head(png(640, 640), 30));
    }

    /** An MP4 of so many seconds, with no sound and no picture in it. */
    static String clip(int seconds) {
        return data("video/mp4", mp4(seconds));
    }

    /** An MP4 that ends in the middle. */
    static String brokenClip() {
        return data("video/mp4", head(mp4(5), 60));
    }

    /** A WAV of so many seconds, with one sample in each. */
    static String sound(int seconds) {
        return data("audio/wav", bytes(out -> {
            out.writeBytes("RIFF");
            out.writeInt(Integer.reverseBytes(36 + seconds));
            out.writeBytes("WAVEfmt ");
            out.writeInt(Integer.reverseBytes(16));
            out.writeShort(Short.reverseBytes((short) 1));
            out.writeShort(Short.reverseBytes((short) 1));
            out.writeInt(Integer.reverseBytes(1));
            out.writeInt(Integer.reverseBytes(1));
            out.writeShort(Short.reverseBytes((short) 1));
            out.writeShort(Short.reverseBytes((short) 8));
            out.writeBytes("data");
            out.writeInt(Integer.reverseBytes(seconds));
            out.write(new byte[seconds]);
        }));
    }

    /** A page, whatever type is told. */
    static String page(String type) {
        return data(type, "<html><body>Sign in</body></html>".getBytes(StandardCharsets.US_ASCII));
    }

    /** The bytes of another file under this type. */
    static String called(String type, String file) {
        return "data:" + type + file.substring(file.indexOf(';'));
    }

    private static byte[] head(byte[] file, int length) {
        return Arrays.copyOf(file, length);
    }

    private static byte[] png(int width, int height) {
        return bytes(out -> {
            out.write(SIGNATURE);
            out.write(chunk("IHDR", header -> {
                header.writeInt(width);
                header.writeInt(height);
                header.write(new byte[] {8, 2, 0, 0, 0});
            }));
            out.write(chunk("IDAT", data -> data.write(new byte[32])));
            out.write(chunk("IEND", end -> {}));
        });
    }

    private static byte[] chunk(String type, Content content) {
        var inside = bytes(content);
        var checked = bytes(out -> {
            out.writeBytes(type);
            out.write(inside);
        });
        var sum = new CRC32();
        sum.update(checked);
        return bytes(out -> {
            out.writeInt(inside.length);
            out.write(checked);
            out.writeInt((int) sum.getValue());
        });
    }

    private static byte[] mp4(int seconds) {
        return bytes(out -> {
            out.write(box("ftyp", type -> type.writeBytes("isom\0\0\2\0isom")));
            out.write(box("moov", movie -> {
                movie.write(box("mvhd", header -> {
                    times(header, seconds);
                    header.write(new byte[80]);
                }));
                movie.write(box("trak", track -> track(track, seconds)));
            }));
            out.write(box("mdat", data -> data.write(new byte[64])));
        });
    }

    private static void track(DataOutputStream out, int seconds) throws IOException {
        out.write(box("tkhd", header -> {
            header.writeInt(7);
            header.writeLong(0);
            header.writeInt(1);
            header.write(new byte[24]);
            for (var number : new int[] {UNIT, 0, 0, 0, UNIT, 0, 0, 0, 1 << 30, 1280 * UNIT, 720 * UNIT}) {
                header.writeInt(number);
            }
        }));
        out.write(box("mdia", media -> {
            media.write(box("mdhd", header -> {
                times(header, seconds);
                header.writeInt(0);
            }));
            media.write(box("hdlr", handler -> {
                handler.writeLong(0);
                handler.writeBytes("vide");
                handler.write(new byte[13]);
            }));
            media.write(box("minf", info -> info.write(box("stbl", table -> samples(table, seconds)))));
        }));
    }

    private static void samples(DataOutputStream out, int seconds) throws IOException {
        out.write(box("stsd", described -> {
            described.writeLong(1);
            described.write(box("avc1", entry -> {
                entry.write(new byte[] {0, 0, 0, 0, 0, 0, 0, 1});
                entry.write(new byte[16]);
                entry.writeShort(1280);
                entry.writeShort(720);
                entry.write(new byte[50]);
            }));
        }));
        out.write(box("stts", times -> {
            times.writeLong(1);
            times.writeInt(24 * seconds);
            times.writeInt(CLIP_TICKS / 24);
        }));
    }

    private static void times(DataOutputStream out, int seconds) throws IOException {
        out.writeInt(0);
        out.writeLong(0);
        out.writeInt(CLIP_TICKS);
        out.writeInt(CLIP_TICKS * seconds);
    }

    private static byte[] box(String type, Content content) {
        var inside = bytes(content);
        return bytes(out -> {
            out.writeInt(inside.length + 8);
            out.writeBytes(type);
            out.write(inside);
        });
    }

    private static byte[] bytes(Content content) {
        var bytes = new ByteArrayOutputStream();
        try {
            content.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String data(String type, byte[] file) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(file);
    }
}

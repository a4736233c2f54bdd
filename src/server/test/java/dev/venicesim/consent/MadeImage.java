package dev.venicesim.consent;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * The images the kit ships, drawn from formulas: 512x512 pixels in four colours, each with a marker in a tEXt chunk.
 */
enum MadeImage {
    NO_FACE("no-face.png", "venice-sim:face=0") {
        @Override
        int colour(int x, int y) {
            if (within(x, y, 400, 110, 60, 60)) {
                return 1;
            }
            return y > 330 + (x - 256) * (x - 256) / 900 ? 3 : 0;
        }
    },
    FACE("face.png", "venice-sim:face") {
        @Override
        int colour(int x, int y) {
            var eyes = within(x, y, 196, 216, 22, 30) || within(x, y, 316, 216, 22, 30);
            var mouth = within(x, y, 256, 330, 84, 50) && !within(x, y, 256, 306, 92, 50);
            return eyes || mouth ? 2 : within(x, y, 256, 264, 170, 200) ? 1 : 0;
        }
    },
    OTHER_FACE("other-face.png", "venice-sim:face") {
        @Override
        int colour(int x, int y) {
            var eyes = within(x, y, 206, 250, 26, 14) || within(x, y, 306, 250, 26, 14);
            var mouth = within(x, y, 256, 370, 46, 12);
            if (eyes || mouth) {
                return 2;
            }
            var head = within(x, y, 256, 284, 140, 190);
            return head && y > 170 ? 1 : within(x, y, 256, 250, 170, 200) ? 3 : 0;
        }
    };

    static final int SIDE = 512;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] PALETTE = {
        (byte) 0xde,
        (byte) 0xe9,
        (byte) 0xf4,
        (byte) 0xf2,
        (byte) 0xc1,
        (byte) 0x8e,
        0x2b,
        0x2d,
        0x42,
        0x6a,
        (byte) 0x8d,
        0x73
    };

    final String file;
    final String marker;

    MadeImage(String file, String marker) {
        this.file = file;
        this.marker = marker;
    }

    /** One of four colours. */
    abstract int colour(int x, int y);

    private static boolean within(int x, int y, int centreX, int centreY, int radiusX, int radiusY) {
        long dx = (long) (x - centreX) * radiusY;
        long dy = (long) (y - centreY) * radiusX;
        long size = (long) radiusX * radiusY;
        return dx * dx + dy * dy <= size * size;
    }

    byte[] header() {
        return new byte[] {0, 0, SIDE >> 8, 0, 0, 0, SIDE >> 8, 0, 2, 3, 0, 0, 0};
    }

    byte[] palette() {
        return PALETTE.clone();
    }

    byte[] text() {
        return ("Comment\0" + marker).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Rows of two bits a pixel, each after a filter byte of 0. */
    byte[] rows() {
        var rows = new byte[SIDE * (SIDE / 4 + 1)];
        for (var y = 0; y < SIDE; y++) {
            for (var x = 0; x < SIDE; x++) {
                rows[y * (SIDE / 4 + 1) + 1 + x / 4] |= (byte) (colour(x, y) << (6 - 2 * (x % 4)));
            }
        }
        return rows;
    }

    byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            chunk(out, "IHDR", header());
            chunk(out, "PLTE", palette());
            chunk(out, "tEXt", text());
            chunk(out, "IDAT", deflated(rows()));
            chunk(out, "IEND", new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(rows);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    /** Writes all into the folder named by the only argument. */
    public static void main(String[] args) throws IOException {
        var folder = Files.createDirectories(Path.of(args[0]));
        for (var image : values()) {
            Files.write(folder.resolve(image.file), image.png());
        }
    }
}

package dev.venicesim.contract.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Files that are made to cost their reader more than their bytes. */
class MovieBoxesTest {

    private static final int A_MEGABYTE = 1024 * 1024;

    @Test
    void boxesInsideOneAnotherEndNoStack() {
        var file = ByteBuffer.allocate(A_MEGABYTE);
        box(file, 8, "ftyp");
        box(file, 8, "mdat");
        box(file, file.remaining(), "moov");
        while (file.remaining() >= 8) {
            box(file, file.remaining(), "trak");
        }
        assertThat(MovieBoxes.complaint(file.array())).isPresent();
    }

    @Test
    void aMillionBoxesAreTooMany() {
        var file = ByteBuffer.allocate(8 * A_MEGABYTE);
        while (file.remaining() >= 8) {
            box(file, 8, "free");
        }
        assertThat(MovieBoxes.complaint(file.array()))
                .hasValueSatisfying(text -> assertThat(text).contains("boxes"));
    }

    /** Each chunk would be looked up in all rows before it: a million million steps. */
    @Test
    void longTablesAreReadOnce() {
        var chunks = 500_000;
        var file = ByteBuffer.allocate(16 + 12 + 12 + 12 + 8 + 20 + 16 + 12 * chunks + 16 + 4 * chunks);
        box(file, 8, "ftyp");
        box(file, 8, "mdat");
        box(file, file.remaining(), "moov");
        box(file, file.remaining(), "trak");
        box(file, file.remaining(), "stbl");
        box(file, 20, "stsz").putInt(0).putInt(0).putInt(chunks);
        box(file, 16 + 12 * chunks, "stsc").putInt(0).putInt(chunks);
        for (var row = 1; row <= chunks; row++) {
            file.putInt(row).putInt(0).putInt(1);
        }
        box(file, 16 + 4 * chunks, "stco").putInt(0).putInt(chunks);
        assertThat(MovieBoxes.complaint(file.array())).isPresent();
    }

    /** Tables of no bytes at all may name a million samples each. */
    @Test
    void samplesAreCountedOverAllTracks() {
        var tracks = 1_000;
        var file = ByteBuffer.allocate(16 + A_MEGABYTE + 8 + tracks * 92);
        box(file, 8, "ftyp");
        box(file, 8 + A_MEGABYTE, "mdat").position(file.position() + A_MEGABYTE);
        box(file, file.remaining(), "moov");
        for (var track = 0; track < tracks; track++) {
            box(file, 92, "trak");
            box(file, 84, "stbl");
            box(file, 20, "stsz").putInt(0).putInt(1).putInt(A_MEGABYTE);
            box(file, 28, "stsc")
                    .putInt(0)
                    .putInt(1)
                    .putInt(1)
                    .putInt(A_MEGABYTE)
                    .putInt(1);
            box(file, 28, "stco").putInt(0).putInt(1).putInt(16).putLong(0);
        }
        assertThat(MovieBoxes.complaint(file.array())).contains("a box is shorter than what it has to hold");
    }

    private static ByteBuffer box(ByteBuffer file, int size, String type) {
        return file.putInt(size).put(type.getBytes(StandardCharsets.ISO_8859_1));
    }
}

package dev.venicesim.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MadeImageTest {

    private static byte[] shipped(MadeImage image) throws IOException {
        return Files.readAllBytes(FacePicture.FOLDER.resolve(image.file));
    }

    // compressed bytes differ from one zlib to the next, so what they unpack to is compared
    @ParameterizedTest
    @EnumSource
    void shipsJustWhatTheGeneratorDraws(MadeImage image) throws IOException {
        var chunks = chunks(shipped(image));

        assertThat(chunks.keySet()).containsExactly("IHDR", "PLTE", "tEXt", "IDAT", "IEND");
        assertThat(chunks).containsEntry("IHDR", image.header()).containsEntry("tEXt", image.text());
        assertThat(chunks).containsEntry("PLTE", image.palette());
        var idat = new ByteArrayInputStream(Objects.requireNonNull(chunks.get("IDAT")));
        assertThat(new InflaterInputStream(idat).readAllBytes()).isEqualTo(image.rows());
    }

    @ParameterizedTest
    @EnumSource
    void isAnImageOthersCanReadAndSmall(MadeImage image) throws IOException {
        var bytes = shipped(image);

        var read = ImageIO.read(new ByteArrayInputStream(bytes));

        assertThat(read.getWidth()).isEqualTo(MadeImage.SIDE);
        assertThat(read.getHeight()).isEqualTo(MadeImage.SIDE);
        assertThat(bytes).hasSizeLessThan(8_000);
    }

    @Test
    void differsByContentAndIsMarkedAsNamed() throws IOException {
        var contents = new HashSet<ByteBuffer>();
        for (var image : MadeImage.values()) {
            contents.add(ByteBuffer.wrap(shipped(image)));
        }

        assertThat(contents).hasSize(3);
        assertThat(FaceMarkers.read(List.of(MadeImage.NO_FACE.marker)).found()).isFalse();
        assertThat(FaceMarkers.read(List.of(MadeImage.FACE.marker)).found()).isTrue();
        assertThat(FaceMarkers.read(List.of(MadeImage.OTHER_FACE.marker)).found())
                .isTrue();
    }

    private static Map<String, byte[]> chunks(byte[] png) {
        var chunks = new LinkedHashMap<String, byte[]>();
        var in = ByteBuffer.wrap(png).position(8);
        while (in.hasRemaining()) {
            var data = new byte[in.getInt()];
            var type = new byte[4];
            in.get(type).get(data).getInt();
            chunks.put(new String(type, StandardCharsets.US_ASCII), data);
        }
        return chunks;
    }
}

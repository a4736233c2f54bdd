package dev.venicesim.media.render;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Specs and whole files for the tests of this room. */
final class Fixtures {

    static final Card CARD = new Card(
            "seedance-2-0-text-to-video", "A cat on a roof, rain, neon.", "3f2b8c1e-9d4a-4c77-b1a0-5e6f7a8b9c0d");

    private Fixtures() {}

    static ClipSpec spec(int width, int height, int framesPerSecond, long millis) {
        return new ClipSpec(width, height, framesPerSecond, Duration.ofMillis(millis), true, CARD, 7);
    }

    static ClipSpec spec(Card card, long seed) {
        return new ClipSpec(320, 240, 24, Duration.ofSeconds(2), true, card, seed);
    }

    static byte[] bytes(Clip clip) {
        ByteBuffer file = ByteBuffer.allocate((int) clip.length());
        if (clip.read(0, file) != clip.length() || file.hasRemaining()) {
            throw new AssertionError("a read of the whole file gave " + file.position() + " of " + clip.length());
        }
        return file.array();
    }

    static Path file(Path folder, Clip clip) throws Exception {
        return Files.write(folder.resolve(clip.hash().hex() + ".mp4"), bytes(clip));
    }
}

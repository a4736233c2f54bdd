package dev.venicesim.media.probe.facts;

/** Width and height in pixels, as shown: a clip's rotation is applied, an image's EXIF orientation is not. */
public record Size(long width, long height) {

    public long shortSide() {
        return Math.min(width, height);
    }

    public Size turned() {
        return new Size(/* width= */ height, /* height= */ width);
    }
}

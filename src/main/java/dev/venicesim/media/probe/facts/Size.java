package dev.venicesim.media.probe.facts;

/** Width and height in pixels, as shown: a clip's rotation is applied, an image's EXIF orientation is not. */
public record Size(long width, long height) {

    public long shortSide() {
        return Math.min(width, height);
    }

    /** Whether width / height is above {@code low} and below {@code high}, both in thousandths and exclusive. */
    public boolean ratioWithin(long lowMilli, long highMilli) {
        return width * 1000 > height * lowMilli && width * 1000 < height * highMilli;
    }

    public Size turned() {
        return new Size(/* width= */ height, /* height= */ width);
    }
}

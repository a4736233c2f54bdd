package dev.venicesim.media.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Layout of the test card for a size: title, colour bars, ramp, text, running time, progress and sweep. */
final class TestCard {

    private static final Yuv BODY = Yuv.rgb(0x141A24);
    private static final Yuv WHITE = Yuv.rgb(0xF2F4F8);
    private static final Yuv TEXT = Yuv.rgb(0xC4CCD8);
    private static final Yuv MUTED = Yuv.rgb(0x7C889C);
    private static final Yuv TRACK = Yuv.rgb(0x2A3444);
    private static final Yuv AMBER = Yuv.rgb(0xE8B84A);
    private static final int[] ACCENTS = {0x2F6FED, 0xC2410C, 0x0F8A6C, 0x8B3FD9, 0xB4235A, 0x4D7C0F, 0x0E7490, 0xA16207
    };
    private static final int[] BARS = {0xC0C0C0, 0xC0C000, 0x00C0C0, 0x00C000, 0xC000C0, 0xC00000, 0x0000C0};

    private final ClipSpec spec;
    private final ClipTimeline timeline;
    private final int across;
    private final int down;

    /** Pixels of a dot of ordinary text. */
    private final int scale;

    private final int margin;
    private final Yuv accent;
    private final GlyphMask glyphs = new GlyphMask();
    private final List<Paint> paints = new ArrayList<>();
    private final List<CardScene.Span> spans = new ArrayList<>();

    private TestCard(ClipSpec spec, ClipTimeline timeline) {
        this.spec = spec;
        this.timeline = timeline;
        across = ParameterSets.blocks(spec.width());
        // what cropping cuts is no place for text
        down = spec.height() / 16;
        scale = Math.max(1, Math.round(Math.min(spec.width(), spec.height()) / 240f));
        margin = Math.max(1, across / 30);
        accent = Yuv.rgb(ACCENTS[Math.floorMod(Long.hashCode(spec.seed() * 0x9E3779B97F4A7C15L) >> 7, ACCENTS.length)]);
    }

    static CardScene scene(ClipSpec spec, ClipTimeline timeline) {
        return new TestCard(spec, timeline).draw();
    }

    private CardScene draw() {
        fill(0, ParameterSets.blocks(spec.height()), BODY);
        if (across < 8 || down < 8) {
            colourBars(0, down);
            return new CardScene(paints, spans, Optional.empty());
        }
        int titleRows = title();
        int barRows = down / 5;
        int rampRows = Math.max(1, down / 30);
        colourBars(titleRows, titleRows + barRows);
        paints.add(new Paint.Ramp(16 * (titleRows + barRows), 16 * (titleRows + barRows + rampRows)));
        int sweepRow = down - 2;
        int progressRow = sweepRow - 1;
        int clockRow = progressRow - 1 - ParameterSets.blocks(3 * scale * Font.ROWS);
        words(16 * (titleRows + barRows + rampRows), 16 * clockRow);
        clock(clockRow);
        int count = across - 2 * margin;
        Tiles progress = new Tiles.Bar(fills(TRACK, WHITE, 0, 12), count, timeline.seconds());
        spans.add(new CardScene.Span(progressRow, margin, count, progress));
        byte[][] sweep = fills(TRACK, accent, 4, 12);
        paints.add(new Paint.Fill(16 * margin, 16 * sweepRow + 4, 16 * (margin + count), 16 * sweepRow + 12, TRACK));
        return new CardScene(paints, spans, Optional.of(new CardScene.Sweep(sweepRow, margin, count, sweep)));
    }

    private int title() {
        int size = scale + scale / 3;
        int rows = ParameterSets.blocks((Font.ROWS + 6) * size);
        fill(0, rows, accent);
        int top = (16 * rows - (Font.ROWS - 1) * size) / 2;
        text(16 * margin, top, size, WHITE, fitted("VENICE VIDEO SIMULATOR", size));
        return rows;
    }

    private void colourBars(int from, int to) {
        for (int i = 0; i < BARS.length; i++) {
            int left = i * across / BARS.length * 16;
            int right = (i + 1) * across / BARS.length * 16;
            paints.add(new Paint.Fill(left, 16 * from, right, 16 * to, Yuv.rgb(BARS[i])));
        }
    }

    private void words(int top, int bottom) {
        Card card = spec.card();
        int y = top + 6 * scale;
        y = lines(y, bottom, fitting(card.model(), scale + scale / 2), WHITE, card.model(), 2) + 2 * scale;
        y = lines(y, bottom, fitting(facts(), scale), MUTED, facts(), 2) + 2 * scale;
        y = lines(y, bottom, fitting(card.queueId(), scale), AMBER, card.queueId(), 2) + 4 * scale;
        int room = (bottom - y) / lineHeight(scale);
        lines(y, bottom, scale, TEXT, card.prompt(), Math.min(room, 12));
    }

    private String facts() {
        double seconds = (double) timeline.frames() / spec.framesPerSecond();
        return String.format(
                Locale.ROOT,
                "%dx%d  %d fps  %.3f s  %s",
                spec.width(),
                spec.height(),
                spec.framesPerSecond(),
                seconds,
                spec.audio() ? "silent AAC" : "no audio");
    }

    /** Draws wrapped text from {@code y} on and returns where the next line goes. */
    private int lines(int y, int bottom, int size, Yuv colour, String words, int most) {
        int next = y;
        for (String line : GlyphText.wrap(GlyphText.drawable(words), columns(size), most)) {
            if (next + Font.ROWS * size <= bottom) {
                text(16 * margin, next, size, colour, line);
                next += lineHeight(size);
            }
        }
        return next;
    }

    private void clock(int row) {
        int size = 3 * scale;
        int wide = ParameterSets.blocks(Font.ADVANCE * size);
        int count = Tiles.Clock.PLACES * wide;
        if (count + 2 * margin > across) {
            return;
        }
        for (int i = 0; i < ParameterSets.blocks(Font.ROWS * size); i++) {
            byte[][][] tiles = new byte[Tiles.Clock.COLON + 1][][];
            for (int glyph = 0; glyph < tiles.length; glyph++) {
                tiles[glyph] = tiles(i, wide, size, (char) ('0' + glyph));
            }
            spans.add(new CardScene.Span(row + i, margin, count, new Tiles.Clock(tiles)));
        }
        int left = 16 * (margin + count) + 2 * size;
        int duration = timeline.frames() / spec.framesPerSecond();
        String total = String.format(Locale.ROOT, "of %02d:%02d", duration / 60, duration % 60);
        if (left + total.length() * Font.ADVANCE * scale <= spec.width()) {
            text(left, 16 * row + 2 * size + 3 * scale / 2, scale, MUTED, total);
        }
    }

    private byte[][] tiles(int row, int wide, int size, char glyph) {
        Strip strip = new Strip(wide);
        strip.paint(
                row,
                List.of(
                        new Paint.Fill(0, 0, strip.width, 16 * (row + 1), BODY),
                        new Paint.Text(0, 0, size, WHITE, String.valueOf(glyph), glyphs)));
        byte[][] tiles = new byte[wide][];
        for (int column = 0; column < wide; column++) {
            tiles[column] = Tiles.coded(strip.samples(column));
        }
        return tiles;
    }

    private static byte[][] fills(Yuv track, Yuv colour, int top, int bottom) {
        byte[][] tiles = new byte[17][];
        for (int filled = 0; filled < tiles.length; filled++) {
            Strip strip = new Strip(1);
            strip.paint(
                    0,
                    List.of(
                            new Paint.Fill(0, 0, 16, 16, BODY),
                            new Paint.Fill(0, top, 16, bottom, track),
                            new Paint.Fill(0, top, filled & ~1, bottom, colour)));
            tiles[filled] = Tiles.coded(strip.samples(0));
        }
        return tiles;
    }

    private String fitted(String words, int size) {
        return GlyphText.excerpt(words, columns(size));
    }

    /** The largest size up to {@code size}, and no less than two thirds of it, at which the words take one line. */
    private int fitting(String words, int size) {
        int fits = size;
        while (3 * fits > 2 * size && columns(fits) < words.length()) {
            fits--;
        }
        return Math.max(1, fits);
    }

    private int columns(int size) {
        return Math.max(4, (spec.width() - 32 * margin) / (Font.ADVANCE * size));
    }

    private static int lineHeight(int size) {
        return 11 * size;
    }

    private void fill(int fromRow, int toRow, Yuv colour) {
        paints.add(new Paint.Fill(0, 16 * fromRow, 16 * across, 16 * toRow, colour));
    }

    private void text(int left, int top, int size, Yuv colour, String words) {
        paints.add(new Paint.Text(left, top, size, colour, words, glyphs));
    }
}

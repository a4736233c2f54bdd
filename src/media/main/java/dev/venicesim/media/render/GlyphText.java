package dev.venicesim.media.render;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** Text made drawable: cut to an excerpt, reduced to the font's glyphs and wrapped. */
final class GlyphText {

    private static final int LONGEST = 1000;

    private GlyphText() {}

    /** At most {@code length} UTF-16 units of {@code text}, never half a surrogate pair. */
    static String excerpt(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end);
    }

    /** {@code text} in the font's glyphs: accents dropped, white space collapsed, the rest boxes. */
    static String drawable(String text) {
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(excerpt(text, LONGEST), Normalizer.Form.NFKD)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .map(GlyphText::glyph)
                .filter(c -> c != ' ' || !(out.isEmpty() || out.charAt(out.length() - 1) == ' '))
                .forEachOrdered(c -> out.append((char) c));
        return out.toString().stripTrailing();
    }

    private static int glyph(int codePoint) {
        if (Character.isWhitespace(codePoint) || Character.isISOControl(codePoint)) {
            return ' ';
        }
        return switch (codePoint) {
            case 0x2018, 0x2019 -> '\'';
            case 0x201C, 0x201D -> '"';
            case 0x2013, 0x2014, 0x2212 -> '-';
            default -> Font.has(codePoint) ? codePoint : Font.BOX;
        };
    }

    /** Lines of at most {@code columns} glyphs; if there are more than {@code lines}, the last ends in dots. */
    static List<String> wrap(String drawable, int columns, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = drawable;
        while (!rest.isEmpty() && wrapped.size() < lines) {
            int cut = cut(rest, columns);
            wrapped.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty() && !wrapped.isEmpty()) {
            String last = wrapped.remove(wrapped.size() - 1);
            wrapped.add(excerpt(last, Math.max(0, Math.min(last.length(), columns - 3))) + "...");
        }
        return wrapped;
    }

    private static int cut(String text, int columns) {
        if (text.length() <= columns) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', columns);
        return space > 0 ? space : columns;
    }
}

package dev.venicesim.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Text of others as a terminal may show it: no character of it moves the cursor, changes a colour, sets a title or turns
 * the direction of a line.
 */
final class PlainText {

    private static final char INSTEAD = '\uFFFD';

    private PlainText() {}

    /** The text with what steers a terminal replaced; line ends and tabs stay. */
    static String of(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (steers(text.charAt(i))) {
                return replaced(text.toCharArray());
            }
        }
        return text;
    }

    private static String replaced(char[] text) {
        for (var i = 0; i < text.length; i++) {
            text[i] = steers(text[i]) ? INSTEAD : text[i];
        }
        return new String(text);
    }

    /** Controls, and marks that reorder what stands after them. */
    private static boolean steers(char character) {
        return (character < ' ' || character > '~') && isSteering(character);
    }

    private static boolean isSteering(char character) {
        return (character < ' ' && character != '\n' && character != '\t')
                || (character >= '\u007F' && character <= '\u009F')
                || (character >= '\u200E' && character <= '\u200F')
                || (character >= '\u202A' && character <= '\u202E')
                || (character >= '\u2066' && character <= '\u2069');
    }

    /** A writer that lets plain text through alone. */
    static PrintWriter writer(Writer target) {
        return new PrintWriter(new Filter(target));
    }

    private static final class Filter extends FilterWriter {
        Filter(Writer target) {
            super(target);
        }

        @Override
        public void write(int character) throws IOException {
            out.write(steers((char) character) ? INSTEAD : character);
        }

        @Override
        public void write(char[] text, int from, int length) throws IOException {
            write(new String(text, from, length), 0, length);
        }

        @Override
        public void write(String text, int from, int length) throws IOException {
            out.write(of(text.substring(from, from + length)));
        }
    }
}

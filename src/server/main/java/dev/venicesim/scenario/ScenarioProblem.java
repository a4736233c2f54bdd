package dev.venicesim.scenario;

/**
 * One thing wrong with a scenario file.
 *
 * @param file what the file was called
 * @param line counted from 1
 * @param column counted from 1
 * @param what what is wrong
 * @param fix what to write instead
 */
public record ScenarioProblem(String file, int line, int column, String what, String fix) {

    private static final int MAX_TEXT = 300;

    public ScenarioProblem {
        file = oneLine(file);
        what = oneLine(what);
        fix = oneLine(fix);
    }

    /** The one line a user reads: {@code file:line:column: what; fix}. */
    public String text() {
        return file + ":" + line + ":" + column + ": " + what + "; " + fix;
    }

    private static String oneLine(String text) {
        var cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "..." : text;
        var line = new StringBuilder(cut.length());
        // what was quoted from the file may hold anything, terminal controls and halves of characters included
        cut.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .map(c -> Character.getType(c) == Character.SURROGATE ? '?' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}

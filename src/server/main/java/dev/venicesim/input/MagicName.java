package dev.venicesim.input;

import dev.venicesim.media.probe.facts.FrameRate;
import dev.venicesim.media.probe.facts.Measures;
import dev.venicesim.media.probe.facts.MediaFormat;
import dev.venicesim.media.probe.facts.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Facts that a media URL's path tells about a file nobody fetches, as docs/control-api.md#magic-values promises.
 *
 * @param face its path holds the word {@code face} or {@code person}, in any case
 * @param minor its path holds the word {@code minor}
 * @param publicFigure its path holds the word {@code celebrity}
 * @param unfetchable its path holds the word {@code unfetchable}: no provider gets it
 * @param format what its name ends in as files of a format do; nothing is said by other endings
 * @param measures what the suffix {@code -<W>x<H>[-<seconds>s][-<fps>fps]} of its name declares, or
 *     {@code -<seconds>s} of a sound's
 */
public record MagicName(
        boolean face, boolean minor, boolean publicFigure, boolean unfetchable, MediaFormat format, Measures measures) {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private static final Pattern SUFFIX = Pattern.compile("-(\\d{1,6})x(\\d{1,6})(?:-(\\d{1,6}(?:\\.\\d{1,9})?)s)?"
            + "(?:-(\\d{1,4}(?:\\.\\d{1,3})?)fps)?(?:\\.[A-Za-z0-9]{1,10})?$");

    /** A sound has no size to name. */
    private static final Pattern SOUND =
            Pattern.compile("-(\\d{1,6}(?:\\.\\d{1,9})?)s\\.(?i:mp3|wav|m4a|aac|ogg|opus|flac)$");

    /** Longer than that of any format. */
    private static final int LONGEST_ENDING = 5;

    /** Longer than any suffix the pattern can match. */
    private static final int LONGEST_SUFFIX = 80;

    /** Reads a decoded path, without query or fragment. */
    static MagicName of(String path) {
        boolean face = false;
        boolean minor = false;
        boolean publicFigure = false;
        boolean unfetchable = false;
        Matcher words = WORD.matcher(path);
        while (words.find()) {
            switch (path.substring(words.start(), Math.min(words.end(), words.start() + 12))
                    .toLowerCase(Locale.ROOT)) {
                case "face", "person" -> face = true;
                case "minor" -> minor = true;
                case "celebrity" -> publicFigure = true;
                case "unfetchable" -> unfetchable = true;
                default -> {}
            }
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        return new MagicName(face, minor, publicFigure, unfetchable, format(name), declared(name));
    }

    private static MediaFormat format(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || name.length() - dot - 1 > LONGEST_ENDING
                ? MediaFormat.UNKNOWN
                : MediaFormat.ofEnding(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static Measures declared(String name) {
        String end = name.substring(Math.max(0, name.length() - LONGEST_SUFFIX));
        Matcher suffix = SUFFIX.matcher(end);
        if (!suffix.find()) {
            Matcher sound = SOUND.matcher(end);
            return sound.find() ? Measures.NONE.withDuration(seconds(sound.group(1))) : Measures.NONE;
        }
        Size size = new Size(Long.parseLong(suffix.group(1)), Long.parseLong(suffix.group(2)));
        Measures measures = size.shortSide() > 0 ? Measures.NONE.withSize(size) : Measures.NONE;
        String seconds = suffix.group(3);
        if (seconds != null) {
            measures = measures.withDuration(seconds(seconds));
        }
        String fps = suffix.group(4);
        return fps == null ? measures : measures.withFrameRate(FrameRate.of(new BigDecimal(fps)));
    }

    private static Duration seconds(String digits) {
        return Duration.ofNanos(new BigDecimal(digits).movePointRight(9).longValueExact());
    }
}

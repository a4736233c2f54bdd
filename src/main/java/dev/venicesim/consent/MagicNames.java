package dev.venicesim.consent;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words in the path of a media URL that say who is in it; a word ends at any character but a letter. */
public final class MagicNames {

    private static final Map<String, FaceLabel> WORDS = Map.of(
            "face", FaceLabel.FACE,
            "person", FaceLabel.FACE,
            "minor", FaceLabel.MINOR,
            "celebrity", FaceLabel.PUBLIC_FIGURE);

    private MagicNames() {}

    /** The labels of a URL, by its path alone: host, query and fragment are ignored, case too. */
    public static Set<FaceLabel> labels(String url) {
        var labels = EnumSet.noneOf(FaceLabel.class);
        var path = path(url);
        var start = 0;
        for (var i = 0; i <= path.length(); i++) {
            if (i == path.length() || !Character.isLetter(path.charAt(i))) {
                var label = i - start > 9
                        ? null
                        : WORDS.get(path.substring(start, i).toLowerCase(Locale.ROOT));
                if (label != null) {
                    labels.add(label);
                }
                // the two digits of an escape belong to no word: a%2Fface holds the word face
                i += i < path.length() && path.charAt(i) == '%' ? 2 : 0;
                start = i + 1;
            }
        }
        return labels;
    }

    private static String path(String url) {
        var scheme = url.indexOf("://");
        var slash = scheme < 0 ? 0 : url.indexOf('/', scheme + 3);
        var end = url.length();
        for (var mark : new char[] {'?', '#'}) {
            var at = url.indexOf(mark);
            end = at >= 0 && at < end ? at : end;
        }
        return slash < 0 || slash >= end ? "" : url.substring(slash, end);
    }
}

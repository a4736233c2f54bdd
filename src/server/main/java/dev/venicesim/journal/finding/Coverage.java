package dev.venicesim.journal.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Coverage of a file by what a client got of it, in one reply or in several.
 *
 * @param spans in order; none touches another
 * @param total how many bytes the file has; 0 while nothing is known
 */
record Coverage(List<Span> spans, long total) {

    /** Nothing yet. */
    static final Coverage NONE = new Coverage(List.of(), 0);

    /** Whoever fetches a file in more pieces than can be remembered is not accused of leaving some. */
    private static final int MOST_SPANS = 16;

    /** Bytes from one position up to another, which is not part of them. */
    record Span(long from, long to) {}

    Coverage {
        spans = List.copyOf(spans);
    }

    Coverage plus(Download download) {
        var all = new ArrayList<>(spans);
        all.add(new Span(download.first(), download.first() + download.sent()));
        all.sort(Comparator.comparingLong(Span::from));
        var merged = new ArrayList<Span>();
        for (var span : all) {
            var last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && span.from() <= last.to()) {
                merged.set(merged.size() - 1, new Span(last.from(), Math.max(last.to(), span.to())));
            } else if (span.to() > span.from()) {
                merged.add(span);
            }
        }
        return new Coverage(merged, download.total());
    }

    boolean isWhole() {
        return total > 0 && (bytes() >= total || spans.size() > MOST_SPANS);
    }

    long bytes() {
        return spans.stream().mapToLong(span -> span.to() - span.from()).sum();
    }
}

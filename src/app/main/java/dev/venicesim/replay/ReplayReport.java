package dev.venicesim.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Report on a run that was played again.
 *
 * @param played how many requests were
 * @param notPlayed the others
 * @param first the first reply that is another one, in words
 */
public record ReplayReport(int played, List<NotPlayed> notPlayed, Optional<String> first) {

    public static ReplayReport of(Played played) {
        var now = played.answers();
        var first = played.requests().stream()
                .flatMap(then -> Optional.ofNullable(now.get(then.n()))
                        .flatMap(answer -> ReplyDifference.first(then.answer(), answer))
                        .map(difference -> difference.of(then))
                        .stream())
                .findFirst();
        return new ReplayReport(played.requests().size(), played.notPlayed(), first);
    }

    public boolean isSame() {
        return first.isEmpty();
    }

    /** The report in lines for people. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(requests(played) + " played again: "
                + first.map(found -> "the first reply that differs is of " + found)
                        .orElse(played == 0 ? "nothing is compared" : "every reply is the same"));
        lines.addAll(notPlayed(notPlayed));
        return lines;
    }

    static List<String> notPlayed(List<NotPlayed> those) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        those.forEach(one -> counts.merge(one.why(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> requests(count.getValue()) + " not played: " + count.getKey())
                .toList();
    }

    static String requests(int count) {
        return count == 1 ? "1 request" : count + " requests";
    }
}

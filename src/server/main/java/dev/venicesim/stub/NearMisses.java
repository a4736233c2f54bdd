package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.verification.NearMiss;
import java.util.stream.Collectors;

/** Near misses as one line each. */
final class NearMisses {

    private static final int LONGEST = 400;

    private NearMisses() {}

    static String line(NearMiss miss) {
        var mapping = miss.getStubMapping();
        var name = mapping.getName() == null ? mapping.getId().toString() : mapping.getName();
        var diff = miss.getDiff()
                .toString()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        return "no stub matched; \"" + name + "\" came near: "
                + (diff.length() > LONGEST ? diff.substring(0, LONGEST) + "..." : diff);
    }
}

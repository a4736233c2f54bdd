package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.EqualToPattern;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Index of mappings, which tells fast whether one of them may take a request: those that name one path are found by it,
 * the others are asked for the method first. Whatever WireMock's full matching would have to say is left to
 * it, at a microsecond and more a mapping.
 */
final class StubIndex {

    private final Map<String, List<RequestPattern>> byPath = new HashMap<>();
    private final List<RequestPattern> anywhere = new ArrayList<>();

    StubIndex(List<StubMapping> mappings) {
        for (var mapping : mappings) {
            var pattern = mapping.getRequest();
            path(pattern)
                    .map(path -> byPath.computeIfAbsent(path, added -> new ArrayList<>()))
                    .orElse(anywhere)
                    .add(pattern);
        }
    }

    boolean isEmpty() {
        return byPath.isEmpty() && anywhere.isEmpty();
    }

    /**
     * Whether some mapping may take a request, by path and method alone: what takes no time, however a pattern was
     * written.
     */
    boolean comesNear(String method, String path) {
        return anyTakes(byPath.getOrDefault(path, List.of()), method) || anyTakes(anywhere, method);
    }

    private static boolean anyTakes(List<RequestPattern> patterns, String method) {
        for (var pattern : patterns) {
            if (pattern.hasInlineCustomMatcher()
                    || pattern.getMethod()
                            .match(RequestMethod.fromString(method))
                            .isExactMatch()) {
                return true;
            }
        }
        return false;
    }

    /** Whether some mapping takes a request. A pattern may take as long as it likes. */
    boolean takes(WireRequest asked) {
        return anyMatches(byPath.getOrDefault(asked.path(), List.of()), asked) || anyMatches(anywhere, asked);
    }

    private static boolean anyMatches(List<RequestPattern> patterns, WireRequest asked) {
        for (var pattern : patterns) {
            if (isFor(pattern, asked) && pattern.match(asked).isExactMatch()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFor(RequestPattern pattern, WireRequest asked) {
        return pattern.hasInlineCustomMatcher()
                || (pattern.getMethod().match(asked.getMethod()).isExactMatch()
                        && pattern.getUrlMatcher().match(asked.getUrl()).isExactMatch());
    }

    /** The one path a pattern takes, if it says so. */
    private static Optional<String> path(RequestPattern pattern) {
        UrlPattern url = pattern.getUrlMatcher();
        if (pattern.hasInlineCustomMatcher()
                || !(url.getPattern() instanceof EqualToPattern equal)
                || Boolean.TRUE.equals(equal.getCaseInsensitive())) {
            return Optional.empty();
        }
        var expected = equal.getExpected();
        var query = expected.indexOf('?');
        return Optional.of(query < 0 ? expected : expected.substring(0, query));
    }
}

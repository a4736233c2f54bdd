package dev.venicesim.stub;

import com.github.tomakehurst.wiremock.extension.TemplateHelperProviderExtension;
import com.github.tomakehurst.wiremock.extension.responsetemplating.helpers.WireMockHelpers;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wiremock.com.github.jknack.handlebars.Helper;
import wiremock.com.github.jknack.handlebars.Options;
import wiremock.com.github.jknack.handlebars.helper.AssignHelper;
import wiremock.com.github.jknack.handlebars.helper.EachHelper;
import wiremock.com.github.jknack.handlebars.helper.StringHelpers;

/**
 * Bounds on what the templates of mappings may do: how long a list or a padding may be, how often a loop goes round, and
 * how long a text may become.
 */
final class TemplateBounds implements TemplateHelperProviderExtension {

    /** Items of a list, or characters of a padding. */
    private static final int MOST = 100_000;

    /** Rounds of all loops that lie in one another. */
    private static final int MOST_ROUNDS = 1_000_000;

    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    /** Helpers whose numbers say how long the result is. */
    private static final Set<String> SIZED = Set.of("range", "center", "ljust", "rjust", "randomValue", "wordWrap");

    /** Rounds of the loops that a thread is in; a loop within them goes round so much the more often. */
    private final ThreadLocal<Long> rounds = ThreadLocal.withInitial(() -> 1L);

    @Override
    public String getName() {
        return "venice-sim-template-bounds";
    }

    @Override
    public Map<String, Helper<?>> provideTemplateHelpers() {
        var helpers = new HashMap<String, Helper<?>>();
        Stream.of(StringHelpers.values())
                .filter(helper -> helper != StringHelpers.now)
                .forEach(helper -> helpers.put(helper.name(), bounded(helper)));
        Stream.of(WireMockHelpers.values()).forEach(helper -> helpers.put(helper.name(), bounded(helper)));
        helpers.put("assign", bounded(new AssignHelper()));
        helpers.put("each", loop(EachHelper.INSTANCE));
        return helpers;
    }

    private <T> Helper<T> bounded(Helper<T> helper) {
        return (context, options) -> {
            if (SIZED.contains(options.helperName)) {
                checkNumbers(context, options);
            }
            checkFactors(context, options);
            var result = helper.apply(context, options);
            if (result instanceof CharSequence text && text.length() > MOST_CHARACTERS) {
                throw tooMuch("a text of " + text.length() + " characters");
            }
            return result;
        };
    }

    private Helper<Object> loop(Helper<Object> helper) {
        return new Helper<>() {
            @Override
            public Object apply(Object context, Options options) throws IOException {
                var outer = rounds.get();
                var all = outer * Math.max(1, size(context));
                if (all > MOST_ROUNDS || all * options.fn.text().length() > 16L * MOST_CHARACTERS) {
                    throw tooMuch("a loop of " + all + " rounds");
                }
                rounds.set(all);
                try {
                    return helper.apply(context, options);
                } finally {
                    rounds.set(outer);
                }
            }
        };
    }

    private static void checkNumbers(Object context, Options options) {
        var numbers = Stream.concat(
                Stream.concat(Stream.of(options.params), options.hash.values().stream()), Stream.ofNullable(context));
        var span = numbers.filter(Number.class::isInstance)
                .mapToDouble(number -> Math.abs(((Number) number).doubleValue()))
                .sum();
        if (span > MOST) {
            throw tooMuch("a length of more than " + MOST);
        }
    }

    /** What is put in many places of another text, or between the items of a list. */
    private static void checkFactors(Object context, Options options) {
        var longest = Stream.concat(Stream.of(options.params), options.hash.values().stream())
                .mapToLong(TemplateBounds::size)
                .max()
                .orElse(0);
        if (longest > 1 && size(context) * longest > 16L * MOST_CHARACTERS) {
            throw tooMuch("texts of such length");
        }
    }

    private static long size(Object value) {
        if (value instanceof CharSequence text) {
            return text.length();
        }
        if (value instanceof Collection<?> items) {
            return items.size();
        }
        if (value instanceof Map<?, ?> members) {
            return members.size();
        }
        return value != null && value.getClass().isArray() ? Array.getLength(value) : 1;
    }

    private static IllegalArgumentException tooMuch(String what) {
        return new IllegalArgumentException("the template asks for " + what + ", which is more than stubs may");
    }
}

package dev.venicesim.control.pact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A state that can be set up.
 *
 * @param wordings how a pact may name it; braces stand for a parameter's value, bare or in quotes
 * @param defaults its parameters, each with the value it has unless given
 * @param says what is then so
 * @param arrangement makes it so
 */
record KnownState(
        List<String> wordings, Map<String, String> defaults, String says, Consumer<StateContext> arrangement) {

    private static final Pattern BRACES = Pattern.compile("\\{(\\w+)}");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    static KnownState of(String says, Consumer<StateContext> arrangement, String... wordings) {
        return new KnownState(List.of(wordings), Map.of(), says, arrangement);
    }

    KnownState with(String parameter, String value) {
        var more = new LinkedHashMap<>(defaults);
        more.put(parameter, value);
        return new KnownState(wordings, more, says, arrangement);
    }

    /** The parameters that a name holds, if it is one of this state's wordings. */
    Optional<Map<String, String>> match(String name) {
        var plain = SPACE.matcher(name.strip()).replaceAll(" ");
        return wordings.stream()
                .flatMap(wording -> match(wording, plain).stream())
                .findFirst();
    }

    private static Optional<Map<String, String>> match(String wording, String name) {
        var names =
                BRACES.matcher(wording).results().map(found -> found.group(1)).toList();
        var pattern = new StringBuilder();
        var from = 0;
        var braces = BRACES.matcher(wording);
        while (braces.find()) {
            pattern.append(Pattern.quote(wording.substring(from, braces.start())))
                    .append("['\"<]?(\\S+?)['\">]?");
            from = braces.end();
        }
        pattern.append(Pattern.quote(wording.substring(from)));
        var matcher =
                Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE).matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (var i = 0; i < names.size(); i++) {
            values.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(values);
    }
}

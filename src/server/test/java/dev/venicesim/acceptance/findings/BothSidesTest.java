package dev.venicesim.acceptance.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.venicesim.journal.finding.FindingRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule has a test of a client that breaks it, and one of its near twin, which is told nothing. */
class BothSidesTest {

    private static final Path TESTS = Path.of("src/server/test/java/dev/venicesim/acceptance/findings");
    private static final Pattern CONSTANT = Pattern.compile("String RULE = (\"[a-z-]+\");");

    static List<String> rules() {
        return FindingRules.names();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void accusesAndAcquits(String rule) throws IOException {
        assertThat(asked("one")).as("rules with a test that calls Found.one").contains(rule);
        assertThat(asked("none")).as("rules with a test that calls Found.none").contains(rule);
    }

    /** The rules that the tests beside this one ask for by a method of {@link Found}. */
    private static Set<String> asked(String method) throws IOException {
        var call = Pattern.compile("Found\\." + method + "\\([^;\"]*\"([a-z-]+)\"");
        var rules = new TreeSet<String>();
        try (var files = Files.list(TESTS)) {
            for (var file : files.toList()) {
                call.matcher(withoutConstant(Files.readString(file)))
                        .results()
                        .forEach(found -> rules.add(found.group(1)));
            }
        }
        return rules;
    }

    private static String withoutConstant(String source) {
        var constant = CONSTANT.matcher(source);
        return constant.find() ? source.replace("RULE", constant.group(1)) : source;
    }
}

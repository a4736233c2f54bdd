package dev.venicesim.kit.junit;

import dev.venicesim.kit.client.WorldSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Options that an annotation or a builder asks for.
 *
 * @param settings what worlds are declared with, beyond the defaults of the kit
 * @param jobTime how long jobs take
 * @param sharing which tests share a world
 * @param published where configuration is put for code that reads it
 * @param origin what to name in messages, such as {@code @VeniceSimulatorTest on MyTest}
 */
record ExtensionOptions(
        WorldSettings settings,
        String jobTime,
        Sharing sharing,
        Strictness strictness,
        Optional<String> baseUrl,
        Published published,
        String origin) {

    /** Jobs end after two polls, so that tests need neither sleeps nor clock calls. */
    static final String JOB_TIME = "polls:2";

    /** What makes a test fail that passed. */
    record Strictness(boolean findings, boolean unexpectedErrors) {}

    /** Names of system properties. */
    record Published(List<String> baseUrl, List<String> apiKey) {}

    /** These options, as a field of a class or of one around it has them. */
    ExtensionOptions in(Class<?> type) {
        var outermost = type;
        while (outermost.getEnclosingClass() != null && outermost.isAnnotationPresent(Nested.class)) {
            outermost = outermost.getEnclosingClass();
        }
        return new ExtensionOptions(
                settings,
                jobTime,
                sharing.checked(origin(outermost)),
                strictness,
                baseUrl,
                published,
                origin(outermost));
    }

    private static String origin(Class<?> outermost) {
        return "the VeniceSimulatorExtension of " + outermost.getSimpleName();
    }

    Worlds worlds() {
        return sharing.worlds();
    }

    /** The options a class has by its own annotation or that of a class around it. */
    static ExtensionOptions annotatedOn(Class<?> type) {
        for (Class<?> here = type; here != null; here = here.getEnclosingClass()) {
            var annotation = AnnotationSupport.findAnnotation(here, VeniceSimulatorTest.class);
            if (annotation.isPresent()) {
                return of(annotation.get(), "@VeniceSimulatorTest on " + here.getSimpleName());
            }
        }
        return VeniceSimulatorExtension.builder()
                .options("@ExtendWith(VeniceSimulatorExtension.class) on " + type.getSimpleName());
    }

    private static ExtensionOptions of(VeniceSimulatorTest annotation, String origin) {
        var builder = VeniceSimulatorExtension.builder()
                .jobTime(annotation.jobTime())
                .limits(annotation.limits())
                .worlds(annotation.worlds())
                .failOnFindings(annotation.failOnFindings())
                .failOnUnexpectedErrors(annotation.failOnUnexpectedErrors());
        given(annotation.edition()).ifPresent(builder::edition);
        given(annotation.scenario()).ifPresent(scenario -> scenario(builder, scenario, origin));
        given(annotation.balance()).ifPresent(builder::balance);
        given(annotation.apiKey()).ifPresent(builder::apiKey);
        given(annotation.baseUrl()).ifPresent(builder::baseUrl);
        List.of(annotation.baseUrlProperties()).forEach(builder::baseUrlProperty);
        List.of(annotation.apiKeyProperties()).forEach(builder::apiKeyProperty);
        for (var quirk : annotation.quirks()) {
            var halves = quirk.split("=", 2);
            if (halves.length < 2) {
                throw UsageErrors.of(origin + " has quirks \"" + quirk + "\": write name=value, such as complete=400");
            }
            builder.quirk(halves[0], halves[1]);
        }
        var options = builder.options(origin);
        options.sharing().checked(origin);
        return options;
    }

    private static void scenario(VeniceSimulatorExtension.Builder builder, String scenario, String origin) {
        try {
            builder.scenario(scenario);
        } catch (IllegalArgumentException e) {
            throw UsageErrors.of(origin + ": " + e.getMessage(), e);
        }
    }

    private static Optional<String> given(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}

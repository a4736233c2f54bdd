package dev.venicesim.kit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Annotation that gives every test of a class a world of its own in a simulator that the whole JVM shares; a parameter
 * of type {@link dev.venicesim.kit.client.VeniceWorld} is that world. {@link VeniceSimulatorExtension#builder()} has
 * the same options.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(VeniceSimulatorExtension.class)
public @interface VeniceSimulatorTest {

    /** The API as it stood on a date, such as {@code 2026-08-21}; empty for the simulator's own default. */
    String edition() default "";

    /**
     * A scenario: its name, a class path resource or file, or YAML text, as {@link Scenario} takes it; empty for none.
     */
    String scenario() default "";

    /**
     * How long jobs take: {@code polls:N}, {@code realistic}, or a duration of the world's clock such as {@code 40s}.
     */
    String jobTime() default ExtensionOptions.JOB_TIME;

    /** Dollars each world's account opens with; empty for the simulator's own default. */
    String balance() default "";

    /** Whether rate limits are applied. */
    boolean limits() default true;

    /** Quirks as {@code name=value}. */
    String[] quirks() default {};

    /** Whether tests share a world: not ({@code PER_TEST}), those of a class, or those of the JVM. */
    Worlds worlds() default Worlds.PER_TEST;

    /**
     * The key that tests use who share a world, such as {@code venice-test-key}; empty for a random one. For
     * applications whose configuration is a file.
     */
    String apiKey() default "";

    /** Whether a test fails that passed, but during which the client did something that costs money in production. */
    boolean failOnFindings() default false;

    /** Whether a test fails that passed, but during which the simulator answered an error the test did not announce. */
    boolean failOnUnexpectedErrors() default false;

    /** Base URL of a simulator that runs already, such as a container; empty to start one in this JVM. */
    String baseUrl() default "";

    /** System properties that hold the base URL while the class runs. */
    String[] baseUrlProperties() default {};

    /**
     * System properties that hold the API key while the class runs; needs {@link Worlds#PER_CLASS} or
     * {@link Worlds#PER_JVM}.
     */
    String[] apiKeyProperties() default {};
}

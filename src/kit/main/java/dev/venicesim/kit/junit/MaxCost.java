package dev.venicesim.kit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limit of what a test, or all tests of a class and of those nested in it together, may spend by the ledgers of their
 * worlds; who spends more fails. The configuration parameter {@value VeniceSimulatorExtension#MAX_COST_PARAMETER} limits
 * a whole run.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface MaxCost {

    /** Dollars, such as {@code 2.00}. */
    String value();
}

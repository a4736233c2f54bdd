package dev.venicesim.kit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The scenario the worlds of a class or a test follow. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Scenario {

    /**
     * A ready-made one by name, such as {@code provider-refuses-with-refund}; a class path resource or file ending in
     * {@code .yaml}, {@code .yml} or {@code .json}; or YAML text.
     */
    String value();
}

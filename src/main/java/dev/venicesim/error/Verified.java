package dev.venicesim.error;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a rule or literal copied from the API with the day it was last seen there and where; a test lists those grown old. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface Verified {

    /** ISO date of the edition or observation. */
    String on();

    /** Document and section, or the observation. */
    String source();
}

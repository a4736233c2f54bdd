package dev.venicesim.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mark of a rule or literal that was copied from the API: the day it was last seen there, and where.
 * {@code VerifiedRulesTest} holds each mark to its form and lists all of them in {@code target/verified-rules.md},
 * those seen longest ago first.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface Verified {

    /** ISO date of the edition or observation. */
    String on();

    /** Document and section, or the observation. */
    String source();
}

/** The JUnit extension: a simulator for the JVM, a world for every test, and a report when a test fails. */
@NullMarked
package dev.venicesim.kit.junit;

import org.jspecify.annotations.NullMarked;

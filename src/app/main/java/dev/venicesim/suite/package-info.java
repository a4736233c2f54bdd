/** Suites of users as programs that are run, and how a run ended. */
@NullMarked
package dev.venicesim.suite;

import org.jspecify.annotations.NullMarked;

/** Stage 6, work: a job as a value whose state is a function of the clock. */
@NullMarked
package dev.venicesim.jobs;

import org.jspecify.annotations.NullMarked;

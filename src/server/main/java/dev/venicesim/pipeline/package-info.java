/** The way of every request from bytes to journal: one exchange, one ordered list of steps. */
@NullMarked
package dev.venicesim.pipeline;

import org.jspecify.annotations.NullMarked;

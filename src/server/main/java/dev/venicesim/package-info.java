/** The simulator's public entry: start one, ask where it listens, close it. */
@NullMarked
package dev.venicesim;

import org.jspecify.annotations.NullMarked;

/** Runs that are played again: before the same simulator, or before one that answers otherwise. */
@NullMarked
package dev.venicesim.replay;

import org.jspecify.annotations.NullMarked;

/** Worlds, and the store that is the simulator's only mutable cell. */
@NullMarked
package dev.venicesim.world;

import org.jspecify.annotations.NullMarked;

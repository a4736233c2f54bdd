/** The clocks of worlds, real time, waiting, and durations as users write them. */
@NullMarked
package dev.venicesim.time;

import org.jspecify.annotations.NullMarked;

/** The simulator's own API under {@code /__sim}: worlds, clocks, jobs, money, journal, health. */
@NullMarked
package dev.venicesim.control;

import org.jspecify.annotations.NullMarked;

/** A Java client of the control API: worlds, their clocks, money, jobs and journals, wherever the simulator runs. */
@NullMarked
package dev.venicesim.kit.client;

import org.jspecify.annotations.NullMarked;

/** The same random conversation with the simulator and with a target, and the fewest requests that part them. */
@NullMarked
package dev.venicesim.contract.diff;

import org.jspecify.annotations.NullMarked;

/** Oracles: what must hold of every reply, whichever check asked for it. Pure functions over a run's exchanges. */
@NullMarked
package dev.venicesim.contract.oracle;

import org.jspecify.annotations.NullMarked;

/** Attack with inputs made from a seed: every operation, the control API, WireMock's admin API, media and the wire. */
@NullMarked
package dev.venicesim.fuzz;

import org.jspecify.annotations.NullMarked;

/** Pact's provider states: what a consumer's pact says is given, and the world in which it is so. */
@NullMarked
package dev.venicesim.control.pact;

import org.jspecify.annotations.NullMarked;

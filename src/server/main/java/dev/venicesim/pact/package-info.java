/** A pact of what a client asked and was answered. */
@NullMarked
package dev.venicesim.pact;

import org.jspecify.annotations.NullMarked;

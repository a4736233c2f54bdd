/** A proxy that records what a client asks of a target, and the files made of it. */
@NullMarked
package dev.venicesim.tap;

import org.jspecify.annotations.NullMarked;

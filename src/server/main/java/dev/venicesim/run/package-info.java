/** Runs of worlds as files: how they began, what was asked, answered and changed, so that they can be played again. */
@NullMarked
package dev.venicesim.run;

import org.jspecify.annotations.NullMarked;

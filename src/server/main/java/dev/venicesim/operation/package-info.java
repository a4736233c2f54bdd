/** Operations of the API: which there are. */
@NullMarked
package dev.venicesim.operation;

import org.jspecify.annotations.NullMarked;

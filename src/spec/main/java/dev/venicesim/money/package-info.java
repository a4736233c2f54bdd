/** Exact amounts of US dollars. */
@NullMarked
package dev.venicesim.money;

import org.jspecify.annotations.NullMarked;

/** JSON as the simulator reads and writes it. */
@NullMarked
package dev.venicesim.json;

import org.jspecify.annotations.NullMarked;

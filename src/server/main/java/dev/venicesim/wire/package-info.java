/** A request and a reply as the rooms behind the HTTP server see them. */
@NullMarked
package dev.venicesim.wire;

import org.jspecify.annotations.NullMarked;

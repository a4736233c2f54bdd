/** What can go wrong on the wire, as values; the http room carries them out. */
@NullMarked
package dev.venicesim.fault;

import org.jspecify.annotations.NullMarked;

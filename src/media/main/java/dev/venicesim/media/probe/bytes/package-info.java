/** A medium's bytes, decoded from the text of a request a block at a time and never held whole. */
@NullMarked
package dev.venicesim.media.probe.bytes;

import org.jspecify.annotations.NullMarked;

/** Renders playable MP4 test cards in pure Java and serves any byte range of them without holding the file. */
@NullMarked
package dev.venicesim.media.render;

import org.jspecify.annotations.NullMarked;

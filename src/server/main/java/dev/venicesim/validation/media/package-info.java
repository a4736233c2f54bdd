/** What models make of the media themselves: their format, size, length and sound, judged over what was measured. */
@NullMarked
package dev.venicesim.validation.media;

import org.jspecify.annotations.NullMarked;

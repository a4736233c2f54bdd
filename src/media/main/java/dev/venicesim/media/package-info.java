/** Media: what files say of themselves, and files that play. */
@NullMarked
package dev.venicesim.media;

import org.jspecify.annotations.NullMarked;

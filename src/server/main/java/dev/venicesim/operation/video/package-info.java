/** Operations on videos: each is one file, read from top to bottom, with its helpers beside it. */
@NullMarked
package dev.venicesim.operation.video;

import org.jspecify.annotations.NullMarked;

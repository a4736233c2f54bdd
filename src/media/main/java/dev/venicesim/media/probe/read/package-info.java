/** One header reader for each media format; none decodes a pixel or a sample, and none costs more than its bytes. */
@NullMarked
package dev.venicesim.media.probe.read;

import org.jspecify.annotations.NullMarked;

/** Operations on download links, and the delivery of videos. */
@NullMarked
package dev.venicesim.operation.download;

import org.jspecify.annotations.NullMarked;

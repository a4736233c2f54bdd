/** Signed download links: who may fetch a finished file, how often, and until when. */
@NullMarked
package dev.venicesim.download;

import org.jspecify.annotations.NullMarked;

/** Measures the media of a request: those it carries by their bytes, those it names by their URL. */
@NullMarked
package dev.venicesim.media.probe;

import org.jspecify.annotations.NullMarked;

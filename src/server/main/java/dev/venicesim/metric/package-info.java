/** Counters and histograms that are read as text for Prometheus. */
@NullMarked
package dev.venicesim.metric;

import org.jspecify.annotations.NullMarked;

/** Measures the simulator beside its peers; never part of {@code mvn verify}. How to run: docs/performance.md. */
@NullMarked
package dev.venicesim.bench;

import org.jspecify.annotations.NullMarked;

/** The simulator as a container of Testcontainers. */
@NullMarked
package dev.venicesim.kit.testcontainers;

import org.jspecify.annotations.NullMarked;

/** The scenario file: what it can say, how it is read, and what it decides about a request. */
@NullMarked
package dev.venicesim.scenario;

import org.jspecify.annotations.NullMarked;

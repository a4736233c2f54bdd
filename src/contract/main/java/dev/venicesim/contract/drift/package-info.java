/** How a catalogue or an OpenAPI file differs from an edition. */
@NullMarked
package dev.venicesim.contract.drift;

import org.jspecify.annotations.NullMarked;

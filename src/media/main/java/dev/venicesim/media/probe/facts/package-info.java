/** What is known about one medium: its format, its measures, its state and its identity. */
@NullMarked
package dev.venicesim.media.probe.facts;

import org.jspecify.annotations.NullMarked;

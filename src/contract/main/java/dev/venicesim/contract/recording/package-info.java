/** Saving a target's catalogue and quotes as files that serve takes. */
@NullMarked
package dev.venicesim.contract.recording;

import org.jspecify.annotations.NullMarked;

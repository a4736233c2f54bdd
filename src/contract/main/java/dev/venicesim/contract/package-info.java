/** The contract with the real API: tried against any target, compared with its documents, recorded from it. */
@NullMarked
package dev.venicesim.contract;

import org.jspecify.annotations.NullMarked;

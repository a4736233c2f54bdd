/** Proof that a store keeps what was acknowledged: servers are killed under load and asked what they still know. */
@NullMarked
package dev.venicesim.torture;

import org.jspecify.annotations.NullMarked;

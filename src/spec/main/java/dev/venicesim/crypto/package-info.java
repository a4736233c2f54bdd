/**
 * Hashes, curves and encodings that wallets use, and certificates of servers: Bouncy Castle's and the JDK's arithmetic
 * behind values and pure functions.
 */
@NullMarked
package dev.venicesim.crypto;

import org.jspecify.annotations.NullMarked;

/** Payments over x402: what a wallet is told to pay, and whether a signed payment is good. */
@NullMarked
package dev.venicesim.billing.x402;

import org.jspecify.annotations.NullMarked;

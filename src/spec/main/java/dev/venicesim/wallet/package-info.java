/**
 * Wallets that really sign: test suites hold one as a client does, and a Pact state hands out what its wallet signed.
 */
@NullMarked
package dev.venicesim.wallet;

import org.jspecify.annotations.NullMarked;

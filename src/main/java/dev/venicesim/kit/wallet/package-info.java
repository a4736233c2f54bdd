/** Wallets that really sign, for tests of clients and of the simulator itself. */
@NullMarked
package dev.venicesim.kit.wallet;

import org.jspecify.annotations.NullMarked;

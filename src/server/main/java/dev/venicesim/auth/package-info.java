/** Stage 1, who: bearer keys and signed-in wallets, told apart and believed or not. */
@NullMarked
package dev.venicesim.auth;

import org.jspecify.annotations.NullMarked;

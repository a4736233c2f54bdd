/**
 * Texts and transactions that wallets sign, as their standards write them: sign-in messages, transfer
 * authorizations, Solana transactions, and the addresses in them.
 */
@NullMarked
package dev.venicesim.wallet.protocol;

import org.jspecify.annotations.NullMarked;

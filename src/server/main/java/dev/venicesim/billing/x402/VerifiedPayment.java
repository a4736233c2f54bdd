package dev.venicesim.billing.x402;

import dev.venicesim.money.Usd;
import dev.venicesim.wallet.protocol.WalletAddress;

/**
 * A payment whose signature, recipient, amount and validity hold.
 *
 * @param id what a ledger keeps so that a payment credits once: equal for equal payer, network and nonce, whatever the
 *     amount; {@code x402-} and 32 hex digits
 * @param wallet the payer, who is credited
 * @param nonce the authorization's nonce, or on Solana the payer's signature
 * @param transactionHash made from the payment, so that the same one always has the same
 */
public record VerifiedPayment(
        String id, WalletAddress wallet, Usd amount, String nonce, Network network, String transactionHash) {}

package dev.venicesim.billing.x402;

import dev.venicesim.crypto.Base58;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Sha256;
import dev.venicesim.error.Verdict;
import dev.venicesim.error.X402Errors;
import dev.venicesim.error.X402Errors.PaymentCode;
import dev.venicesim.money.Usd;
import dev.venicesim.wallet.protocol.SolanaTransaction;
import dev.venicesim.wallet.protocol.SolanaTransaction.Instruction;
import dev.venicesim.wallet.protocol.WalletAddress;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A payment on Solana: a transaction that the payer signed and the fee payer has yet to sign.
 *
 * <p>Checked: it decodes; the fee payer is the one offered; it holds exactly one call of the token program, a checked
 * transfer of USDC with six decimals to the receiver's token account; its authority is a signer other than the fee
 * payer and its Ed25519 signature holds over the message.
 *
 * <p>Not checked, since only the chain knows: that the source account is the authority's and holds the amount, that the
 * block hash is recent, that the fee payer would sign. Nor are the limits of compute units, the memo or further
 * programs looked at. Validity has no window here: a block hash carries no time.
 */
final class SolanaPayment {

    private static final String TOKEN_PROGRAM = "TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA";
    private static final byte TRANSFER_CHECKED = 12;
    private static final int TRANSFER_LENGTH = 10;
    private static final byte DECIMALS = 6;

    /** A checked transfer's accounts, in the order of the program's interface. */
    private record Transfer(String mint, String destination, String authority, BigInteger units, byte decimals) {}

    private SolanaPayment() {}

    static Verdict<VerifiedPayment> verify(PaymentPayload payload) {
        var transaction = Optional.of(payload.payload().path("transaction"))
                .filter(field -> field.isTextual())
                .flatMap(field -> HeaderBase64.decode(field.asText()))
                .flatMap(SolanaTransaction::decode);
        if (transaction.isEmpty()) {
            return PaymentPayload.refuse(PaymentCode.INVALID_PAYMENT, "payload.transaction is no Solana transaction");
        }
        return transfer(transaction.get())
                .then(transfer -> Amounts.within(transfer.units(), payload)
                        .then(amount -> signature(transaction.get(), transfer.authority())
                                .then(signature -> Verdict.accept(payment(transfer.authority(), signature, amount)))));
    }

    private static Verdict<Transfer> transfer(SolanaTransaction transaction) {
        var calls = transaction.instructions().stream()
                .filter(call -> transaction.account(call.program()).equals(TOKEN_PROGRAM))
                .toList();
        if (calls.size() != 1 || !isTransfer(calls.get(0))) {
            return PaymentPayload.refuse(PaymentCode.INVALID_PAYMENT, "not exactly one checked token transfer");
        }
        var transfer = read(transaction, calls.get(0));
        if (!transfer.mint().equals(PaymentTerms.SOLANA_TOKEN) || transfer.decimals() != DECIMALS) {
            return PaymentPayload.refuse(PaymentCode.UNSUPPORTED_TOKEN, "the transfer is not of USDC");
        }
        if (!transfer.destination().equals(PaymentTerms.SOLANA_RECEIVING_ACCOUNT)) {
            return PaymentPayload.refuse(
                    PaymentCode.INVALID_PAYMENT_RECIPIENT, "the transfer is not to the receiver's token account");
        }
        return Verdict.accept(transfer);
    }

    private static boolean isTransfer(Instruction call) {
        return call.data().capacity() == TRANSFER_LENGTH
                && call.data().get(0) == TRANSFER_CHECKED
                && call.accounts().size() >= 4;
    }

    private static Transfer read(SolanaTransaction transaction, Instruction call) {
        return new Transfer(
                transaction.account(call.accounts().get(1)),
                transaction.account(call.accounts().get(2)),
                transaction.account(call.accounts().get(3)),
                new BigInteger(Long.toUnsignedString(call.data().getLong(1))),
                call.data().get(TRANSFER_LENGTH - 1));
    }

    private static Verdict<String> signature(SolanaTransaction transaction, String payer) {
        if (payer.equals(PaymentTerms.SOLANA_FEE_PAYER)
                || WalletAddress.parse(payer).isEmpty()) {
            return PaymentPayload.refuse(PaymentCode.INVALID_PAYMENT_PAYER, "the transfer's authority is no payer");
        }
        if (!transaction.account(0).equals(PaymentTerms.SOLANA_FEE_PAYER)) {
            return failed("invalid_exact_svm_payload_fee_payer", "the fee payer is not the one offered");
        }
        return transaction
                .signatureBy(payer)
                .map(Verdict::accept)
                .orElseGet(() -> failed("signature_mismatch", "the transfer's authority did not sign the transaction"));
    }

    private static VerifiedPayment payment(String payer, String signature, Usd amount) {
        var identity = Sha256.hash(Network.SOLANA.caip2() + "|" + payer + "|" + signature);
        var hash = ByteBuffer.allocate(64)
                .put(Sha256.hash("transaction|" + Hex.digits(identity)))
                .put(identity);
        return new VerifiedPayment(
                "x402-" + Hex.digits(identity).substring(0, 32),
                new WalletAddress(WalletAddress.Family.SOLANA, payer),
                amount,
                signature,
                Network.SOLANA,
                Base58.encode(hash.array()));
    }

    private static <T> Verdict<T> failed(String reason, String why) {
        return Verdict.refuse(
                X402Errors.verificationFailed(reason), PaymentCode.PAYMENT_VERIFICATION_FAILED + ": " + why);
    }
}

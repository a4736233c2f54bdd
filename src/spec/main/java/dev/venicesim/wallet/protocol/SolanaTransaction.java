package dev.venicesim.wallet.protocol;

import dev.venicesim.crypto.Base58;
import dev.venicesim.crypto.Ed25519;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Solana transaction, signed or in part, decoded from its wire form; legacy or version 0. */
public final class SolanaTransaction {

    /** The size of a packet, past which no transaction is accepted by the network. */
    public static final int MAX_BYTES = 1232;

    /**
     * One call of a program.
     *
     * @param program index of the program among the accounts
     * @param accounts indexes of the accounts it works on
     * @param data what it is called with, read-only and little-endian
     */
    public record Instruction(int program, List<Integer> accounts, ByteBuffer data) {}

    private final List<byte[]> signatures;
    private final byte[] message;
    private final List<String> accounts;
    private final List<Instruction> instructions;

    private SolanaTransaction(
            List<byte[]> signatures, byte[] message, List<String> accounts, List<Instruction> instructions) {
        this.signatures = List.copyOf(signatures);
        this.message = message;
        this.accounts = List.copyOf(accounts);
        this.instructions = List.copyOf(instructions);
    }

    /** The transaction, or empty if the bytes are none. */
    public static Optional<SolanaTransaction> decode(byte[] wire) {
        if (wire.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return read(ByteBuffer.wrap(wire));
        } catch (BufferUnderflowException truncated) {
            return Optional.empty();
        }
    }

    /** The static account keys, in base58; those of look-up tables are not among them. The first pays the fee. */
    public List<String> accounts() {
        return accounts;
    }

    /** What it does, in order. */
    public List<Instruction> instructions() {
        return instructions;
    }

    /** The key at an index, or an empty text for one that only a look-up table knows. */
    public String account(int index) {
        return index < accounts.size() ? accounts.get(index) : "";
    }

    /**
     * An account's signature over this very transaction, in base58; empty if it did not sign or its signature does not
     * hold.
     */
    public Optional<String> signatureBy(String account) {
        var index = accounts.indexOf(account);
        if (index < 0 || index >= signatures.size()) {
            return Optional.empty();
        }
        var signature = signatures.get(index);
        return Base58.decode(account)
                .filter(key -> Ed25519.verify(key, message, signature))
                .map(key -> Base58.encode(signature));
    }

    private static Optional<SolanaTransaction> read(ByteBuffer wire) {
        var signatures = new ArrayList<byte[]>();
        for (var left = compact(wire); left > 0; left--) {
            signatures.add(bytes(wire, Ed25519.SIGNATURE_LENGTH));
        }
        var message = new byte[wire.remaining()];
        wire.duplicate().get(message);
        var first = unsigned(wire);
        var versioned = (first & 0x80) != 0;
        var signers = versioned ? unsigned(wire) : first;
        bytes(wire, 2);
        var accounts = new ArrayList<String>();
        for (var left = compact(wire); left > 0; left--) {
            accounts.add(Base58.encode(bytes(wire, Ed25519.KEY_LENGTH)));
        }
        bytes(wire, 32);
        var instructions = new ArrayList<Instruction>();
        for (var left = compact(wire); left > 0; left--) {
            instructions.add(instruction(wire));
        }
        if (versioned) {
            skipLookups(wire);
        }
        var wellFormed = signers == signatures.size() && signers <= accounts.size() && !wire.hasRemaining();
        var known = !versioned || first == 0x80;
        return wellFormed && known
                ? Optional.of(new SolanaTransaction(signatures, message, accounts, instructions))
                : Optional.empty();
    }

    private static Instruction instruction(ByteBuffer wire) {
        var program = unsigned(wire);
        var accounts = new ArrayList<Integer>();
        for (var index : bytes(wire, compact(wire))) {
            accounts.add(index & 0xff);
        }
        var data = ByteBuffer.wrap(bytes(wire, compact(wire))).asReadOnlyBuffer();
        return new Instruction(program, List.copyOf(accounts), data.order(ByteOrder.LITTLE_ENDIAN));
    }

    private static void skipLookups(ByteBuffer wire) {
        for (var left = compact(wire); left > 0; left--) {
            bytes(wire, Ed25519.KEY_LENGTH);
            bytes(wire, compact(wire));
            bytes(wire, compact(wire));
        }
    }

    /** Solana's length: seven bits a byte, low bits first, three bytes at most. */
    private static int compact(ByteBuffer wire) {
        var value = 0;
        for (var shift = 0; shift < 21; shift += 7) {
            var part = unsigned(wire);
            value |= (part & 0x7f) << shift;
            if ((part & 0x80) == 0) {
                return value;
            }
        }
        throw new BufferUnderflowException();
    }

    private static int unsigned(ByteBuffer wire) {
        return wire.get() & 0xff;
    }

    private static byte[] bytes(ByteBuffer wire, int length) {
        if (length > wire.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        wire.get(bytes);
        return bytes;
    }
}

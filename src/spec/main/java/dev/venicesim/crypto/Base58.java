package dev.venicesim.crypto;

import java.math.BigInteger;
import java.util.Optional;

/** Base58 with Bitcoin's alphabet, as Solana writes addresses and signatures. */
public final class Base58 {

    /** Text longer than this is refused: decoding takes time that grows with the square of the length. */
    public static final int MAX_LENGTH = 128;

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);

    private Base58() {}

    public static String encode(byte[] bytes) {
        var text = new StringBuilder();
        for (var rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(BASE)) {
            text.append(ALPHABET.charAt(rest.mod(BASE).intValue()));
        }
        for (var i = 0; i < bytes.length && bytes[i] == 0; i++) {
            text.append('1');
        }
        return text.reverse().toString();
    }

    /** The bytes, or empty for a letter outside the alphabet or more than {@link #MAX_LENGTH} of them. */
    public static Optional<byte[]> decode(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var number = BigInteger.ZERO;
        for (var i = 0; i < text.length(); i++) {
            var digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        var zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == '1') {
            zeros++;
        }
        var length = (number.bitLength() + 7) / 8;
        var magnitude = number.toByteArray();
        var bytes = new byte[zeros + length];
        System.arraycopy(magnitude, magnitude.length - length, bytes, zeros, length);
        return Optional.of(bytes);
    }
}

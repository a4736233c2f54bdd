package dev.venicesim.crypto;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;

/** Hexadecimal text as Ethereum writes it. */
public final class Hex {

    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    /** Whole bytes of hex in either case, with or without {@code 0x}; empty for anything else. */
    public static Optional<byte[]> decode(String text) {
        var digits = text.startsWith("0x") ? text.substring(2) : text;
        try {
            return Optional.of(FORMAT.parseHex(digits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Lower-case digits after {@code 0x}. */
    public static String prefixed(byte[] bytes) {
        return "0x" + FORMAT.formatHex(bytes);
    }

    /** Lower-case digits. */
    public static String digits(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }

    /** A number from 0 below 2^256 as 64 digits. */
    public static String word(BigInteger number) {
        var digits = number.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }
}

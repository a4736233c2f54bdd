package dev.venicesim.wallet.protocol;

import dev.venicesim.crypto.Base58;
import dev.venicesim.crypto.Ed25519;
import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Keccak;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A wallet's address in the one form in which addresses are compared: EVM in lower case, Solana as it is.
 *
 * @param family what kind of wallet
 * @param text {@code 0x} and 40 hex digits, or the base58 of 32 bytes
 */
public record WalletAddress(Family family, String text) {

    /** The two kinds of wallet. */
    public enum Family {
        EVM,
        SOLANA
    }

    private static final Pattern EVM = Pattern.compile("0x[0-9a-fA-F]{40}");

    /** Reads an address of either family; an EVM address's mixed-case checksum is not looked at. */
    public static Optional<WalletAddress> parse(String text) {
        if (EVM.matcher(text).matches()) {
            return Optional.of(new WalletAddress(Family.EVM, text.toLowerCase(Locale.ROOT)));
        }
        return Base58.decode(text)
                .filter(key -> text.length() >= 32 && text.length() <= 44 && key.length == Ed25519.KEY_LENGTH)
                .map(key -> new WalletAddress(Family.SOLANA, text));
    }

    public boolean isEvm() {
        return family == Family.EVM;
    }

    /**
     * The address as people and signed messages write it: EVM with the mixed-case checksum of EIP-55.
     *
     * @throws MissingLibraryException for an EVM address without Bouncy Castle
     */
    public String display() {
        if (!isEvm()) {
            return text;
        }
        var digits = text.substring(2);
        var hash = Hex.digits(Keccak.hash(digits.getBytes(StandardCharsets.US_ASCII)));
        var mixed = new StringBuilder("0x");
        for (var i = 0; i < digits.length(); i++) {
            var letter = digits.charAt(i);
            mixed.append(hash.charAt(i) >= '8' ? Character.toUpperCase(letter) : letter);
        }
        return mixed.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}

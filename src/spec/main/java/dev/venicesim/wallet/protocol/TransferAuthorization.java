package dev.venicesim.wallet.protocol;

import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Keccak;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * The {@code TransferWithAuthorization} of EIP-3009: leave for anybody who holds it to move tokens, once.
 *
 * @param from the payer's address, 20 bytes of hex after 0x
 * @param to the payee's, likewise
 * @param value token units, from 0 below 2^256
 * @param validAfter Unix seconds
 * @param validBefore Unix seconds
 * @param nonce 32 bytes of hex after 0x
 */
public record TransferAuthorization(
        String from, String to, BigInteger value, BigInteger validAfter, BigInteger validBefore, String nonce) {

    /** The token contract that a signature is good for: the domain of EIP-712. */
    public record Token(String name, String version, long chainId, String contract) {

        private byte[] separator() {
            return Keccak.hash(
                    hash("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                    hash(name),
                    hash(version),
                    word(BigInteger.valueOf(chainId)),
                    word(number(contract)));
        }
    }

    /**
     * The 32 bytes that the payer signs.
     *
     * @throws MissingLibraryException without Bouncy Castle
     */
    public byte[] digest(Token token) {
        var struct = Keccak.hash(
                hash("TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,"
                        + "uint256 validBefore,bytes32 nonce)"),
                word(number(from)),
                word(number(to)),
                word(value),
                word(validAfter),
                word(validBefore),
                word(number(nonce)));
        return Keccak.hash(new byte[] {0x19, 0x01}, token.separator(), struct);
    }

    private static byte[] hash(String text) {
        return Keccak.hash(text.getBytes(StandardCharsets.UTF_8));
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex.substring(2), 16);
    }

    private static byte[] word(BigInteger number) {
        return Hex.decode(Hex.word(number)).orElseThrow();
    }
}

package dev.venicesim.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** secp256k1 by Bouncy Castle, with its hand-tuned curve. */
final class BouncySecp256k1 {

    private static final ECDomainParameters DOMAIN = BouncyCurve.DOMAIN;

    private BouncySecp256k1() {}

    /** The 64 bytes of the public key that made the signature, if there is one. */
    static Optional<byte[]> recover(byte[] hash, EvmSignature signature) {
        var order = DOMAIN.getN();
        if (signature.r().compareTo(order) >= 0 || signature.s().compareTo(order) >= 0) {
            return Optional.empty();
        }
        ECPoint point;
        try {
            point = DOMAIN.getCurve().decodePoint(compressed(signature));
        } catch (IllegalArgumentException notOnTheCurve) {
            return Optional.empty();
        }
        var inverse = BigIntegers.modOddInverseVar(order, signature.r());
        var byPoint = signature.s().multiply(inverse).mod(order);
        var byBase =
                new BigInteger(1, hash).negate().mod(order).multiply(inverse).mod(order);
        var key = ECAlgorithms.sumOfTwoMultiplies(DOMAIN.getG(), byBase, point, byPoint);
        return key.isInfinity() ? Optional.empty() : Optional.of(encoded(key));
    }

    static EvmSignature sign(byte[] hash, BigInteger key) {
        var signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
        signer.init(true, new ECPrivateKeyParameters(key, DOMAIN));
        var parts = signer.generateSignature(hash);
        var s = parts[1].min(DOMAIN.getN().subtract(parts[1]));
        var own = publicKey(key);
        for (var parity = 0; parity <= 1; parity++) {
            var candidate = new EvmSignature(parts[0], s, parity);
            if (recover(hash, candidate)
                    .filter(found -> Arrays.equals(found, own))
                    .isPresent()) {
                return candidate;
            }
        }
        throw new IllegalStateException("a signature from which its own key cannot be recovered");
    }

    static byte[] publicKey(BigInteger key) {
        if (key.signum() <= 0 || key.compareTo(DOMAIN.getN()) >= 0) {
            throw new IllegalArgumentException("a private key is a number from 1 to the order of the curve less 1");
        }
        return encoded(new FixedPointCombMultiplier().multiply(DOMAIN.getG(), key));
    }

    private static byte[] compressed(EvmSignature signature) {
        var bytes = new byte[33];
        bytes[0] = (byte) (2 + signature.parity());
        BigIntegers.asUnsignedByteArray(signature.r(), bytes, 1, 32);
        return bytes;
    }

    private static byte[] encoded(ECPoint point) {
        return Arrays.copyOfRange(point.getEncoded(false), 1, 65);
    }
}

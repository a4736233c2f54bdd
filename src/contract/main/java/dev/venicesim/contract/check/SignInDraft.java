package dev.venicesim.contract.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.venicesim.crypto.Base58;
import dev.venicesim.crypto.Ed25519;
import dev.venicesim.crypto.Eip191;
import dev.venicesim.crypto.HeaderBase64;
import dev.venicesim.crypto.Secp256k1;
import dev.venicesim.json.Json;
import dev.venicesim.wallet.protocol.SignInMessage;
import dev.venicesim.wallet.protocol.WalletAddress;
import dev.venicesim.wallet.protocol.WalletAddress.Family;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Draft of a sign-in by a wallet that was made for it: its lines are changed before they are signed, its fields
 * afterwards. Not for use by several threads.
 */
final class SignInDraft {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final String SOLANA = "5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp";

    private final Family family;
    private final String address;
    private final Function<String, String> signature;
    private final Clock clock;
    private final String baseUrl;
    private final List<Consumer<ObjectNode>> changes = new ArrayList<>();
    private Duration shift = Duration.ZERO;
    private List<String> lines = List.of();

    /**
     * Clock of the target, as far as it is known.
     *
     * @param now by it
     * @param doubt how far it may be off; edges are as much further apart
     */
    record Clock(Instant now, Duration doubt) {}

    private SignInDraft(
            Family family, String address, Function<String, String> signature, String baseUrl, Clock clock) {
        this.family = family;
        this.address = address;
        this.signature = signature;
        this.baseUrl = baseUrl;
        this.clock = clock;
        issued(Duration.ZERO);
    }

    /** By a new wallet on Base, as clients write it: good in every point. */
    static SignInDraft base(String baseUrl, Clock clock) {
        var key = new BigInteger(248, RANDOM).add(BigInteger.ONE);
        var address = new WalletAddress(Family.EVM, Secp256k1.addressOf(key)).display();
        return new SignInDraft(
                Family.EVM,
                address,
                text -> Secp256k1.sign(Eip191.digest(text), key).hex(),
                baseUrl,
                clock);
    }

    /** The same by a new wallet on Solana. */
    static SignInDraft solana(String baseUrl, Clock clock) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var seed = last32(pair.getPrivate().getEncoded());
            return new SignInDraft(
                    Family.SOLANA,
                    Base58.encode(last32(pair.getPublic().getEncoded())),
                    text -> Base58.encode(Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8))),
                    baseUrl,
                    clock);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
        }
    }

    /** The wallet's address, with mixed case on Base. */
    String address() {
        return address;
    }

    /** Issued at another instant, with all that goes with it. */
    SignInDraft issued(Duration later) {
        shift = later;
        var at = at();
        lines = List.of(new SignInMessage(
                        family,
                        URI.create(baseUrl).getRawAuthority(),
                        address,
                        "Sign in to Venice AI",
                        baseUrl,
                        "1",
                        family == Family.EVM ? "8453" : SOLANA,
                        new BigInteger(96, RANDOM).setBit(95).toString(16),
                        at.toString(),
                        at.plus(LIFETIME).toString(),
                        "",
                        "",
                        List.of())
                .text()
                .split("\n", -1));
        return this;
    }

    /** Issued later, and so much later that no doubt about the clock is left; earlier if negative. */
    SignInDraft issuedBeyond(Duration later) {
        return issued(later.isNegative() ? later.minus(clock.doubt()) : later.plus(clock.doubt()));
    }

    /** Issued later, but so much less that no doubt about the clock is left; earlier if negative. */
    SignInDraft issuedWithin(Duration later) {
        return issued(later.isNegative() ? later.plus(clock.doubt()) : later.minus(clock.doubt()));
    }

    /** A line of this label, in place of what it had; at the end if there was none. */
    SignInDraft line(String label, String value) {
        var changed = new ArrayList<>(lines);
        var at = indexOf(label);
        if (at < 0) {
            changed.add(label + ": " + value);
        } else {
            changed.set(at, label + ": " + value);
        }
        lines = List.copyOf(changed);
        return this;
    }

    /** An instant in such a line, so long after now. */
    SignInDraft instant(String label, Duration fromNow) {
        return line(
                label, clock.now().plus(fromNow).truncatedTo(ChronoUnit.MILLIS).toString());
    }

    SignInDraft without(String label) {
        var left = new ArrayList<>(lines);
        left.remove(indexOf(label));
        lines = List.copyOf(left);
        return this;
    }

    SignInDraft domain(String domain) {
        return first(lines.get(0).replaceFirst("^\\S+", domain));
    }

    /** For a domain that ends as the right one does. */
    SignInDraft domainAfter(String text) {
        return first(text + lines.get(0));
    }

    /** The first line, which tells one form from another. */
    SignInDraft first(String text) {
        return whole(0, text);
    }

    SignInDraft written(String otherAddress) {
        return whole(1, otherAddress);
    }

    SignInDraft statement(String text) {
        return whole(3, text);
    }

    private SignInDraft whole(int index, String text) {
        var changed = new ArrayList<>(lines);
        changed.set(index, text);
        lines = List.copyOf(changed);
        return this;
    }

    /** A change of the fields that are sent, after all was signed. */
    SignInDraft fields(Consumer<ObjectNode> change) {
        changes.add(change);
        return this;
    }

    SignInDraft field(String name, String value) {
        return fields(fields -> fields.put(name, value));
    }

    SignInDraft timestamp(Duration fromIssuedAt) {
        return fields(fields -> fields.put("timestamp", at().plus(fromIssuedAt).toEpochMilli()));
    }

    /** The fields themselves instead of the text, which the server has to build again. */
    SignInDraft structured() {
        return fields(fields -> {
            fields.remove("message");
            fields.remove("timestamp");
            fields.put("domain", lines.get(0).replaceFirst(" .*", ""));
            fields.put("statement", lines.get(3));
            fields.put("chainId", family == Family.EVM ? "eip155:8453" : "solana:" + SOLANA);
            fields.put("type", family == Family.EVM ? "eip191" : "ed25519");
            for (var member : List.of("URI uri", "Version version", "Nonce nonce", "Issued At issuedAt")) {
                put(fields, member);
            }
            put(fields, "Expiration Time expirationTime");
        });
    }

    private void put(ObjectNode fields, String labelAndName) {
        var space = labelAndName.lastIndexOf(' ');
        var label = labelAndName.substring(0, space);
        if (indexOf(label) >= 0) {
            fields.put(
                    labelAndName.substring(space + 1), lines.get(indexOf(label)).substring(label.length() + 2));
        }
    }

    /** The header's value. */
    String header() {
        var text = String.join("\n", lines);
        var fields = Json.object()
                .put("address", address)
                .put("message", text)
                .put("signature", signature.apply(text))
                .put("timestamp", at().toEpochMilli());
        if (family == Family.EVM) {
            fields.put("chainId", 8453);
        } else {
            fields.put("chainId", "solana:" + SOLANA).put("type", "ed25519");
        }
        changes.forEach(change -> change.accept(fields));
        return HeaderBase64.encode(Json.bytes(fields));
    }

    private Instant at() {
        return clock.now().plus(shift).truncatedTo(ChronoUnit.MILLIS);
    }

    private int indexOf(String label) {
        for (var index = 0; index < lines.size(); index++) {
            if (lines.get(index).startsWith(label + ": ")) {
                return index;
            }
        }
        return -1;
    }

    private static byte[] last32(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    }
}

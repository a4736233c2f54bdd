package dev.venicesim.validation;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Tells hosts of the public internet from loopback and private ones, by their text alone: no name is ever looked up. */
final class PublicHosts {

    private PublicHosts() {}

    /** Whether a host, in lower case and without brackets, may be public. */
    static boolean contains(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".local")) {
            return false;
        }
        if (host.endsWith(".internal")) {
            return false;
        }
        var address = host.indexOf(':') >= 0 ? sixteenBytes(host) : fourBytes(host);
        return address == null || isPublic(address);
    }

    private static byte @Nullable [] sixteenBytes(String host) {
        try {
            // a text with a colon is read as an address and never looked up
            return InetAddress.getByName(host).getAddress();
        } catch (UnknownHostException e) {
            return new byte[4];
        }
    }

    /** An IPv4 address in any form browsers take: dotted, shortened, one number, octal or hexadecimal; null if it is a name. */
    private static byte @Nullable [] fourBytes(String host) {
        var parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return null;
        }
        long address = 0;
        for (var i = 0; i < parts.length; i++) {
            var part = number(parts[i]);
            var last = i == parts.length - 1;
            var bits = last ? 8 * (5 - parts.length) : 8;
            if (part < 0 || part >= 1L << bits) {
                return null;
            }
            address = (address << bits) | part;
        }
        return new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
    }

    private static long number(String text) {
        if (text.isEmpty() || text.length() > 14) {
            return -1;
        }
        try {
            var hexadecimal = text.startsWith("0x");
            var digits = hexadecimal ? text.substring(2) : text;
            if (digits.startsWith("-") || digits.startsWith("+")) {
                return -1;
            }
            var octal = !hexadecimal && text.length() > 1 && text.startsWith("0");
            return Long.parseLong(digits, hexadecimal ? 16 : octal ? 8 : 10);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static boolean isPublic(byte[] address) {
        try {
            var parsed = InetAddress.getByAddress(address);
            var first = address[0] & 0xff;
            var second = address[1] & 0xff;
            var sharedOrThis = address.length == 4 && (first == 0 || (first == 100 && second >= 64 && second < 128));
            var uniqueLocal = address.length == 16 && (first & 0xfe) == 0xfc;
            return !(parsed.isLoopbackAddress()
                    || parsed.isAnyLocalAddress()
                    || parsed.isLinkLocalAddress()
                    || parsed.isSiteLocalAddress()
                    || sharedOrThis
                    || uniqueLocal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen bytes are an address", e);
        }
    }
}

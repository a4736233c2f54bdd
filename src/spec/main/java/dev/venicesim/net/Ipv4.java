package dev.venicesim.net;

import java.util.List;
import java.util.OptionalLong;

/** IPv4 addresses in all the spellings a C library takes: one to four parts, each decimal, octal or hexadecimal. */
final class Ipv4 {

    private record Range(long network, int prefix, HostKind kind) {

        boolean holds(long address) {
            return address >>> (32 - prefix) == network >>> (32 - prefix);
        }
    }

    /** IANA's special-purpose registry, RFC 6890 and its updates. */
    private static final List<Range> SPECIAL = List.of(
            range(0, 0, 0, 8, HostKind.LOOPBACK),
            range(10, 0, 0, 8, HostKind.PRIVATE),
            range(100, 64, 0, 10, HostKind.PRIVATE),
            range(127, 0, 0, 8, HostKind.LOOPBACK),
            range(169, 254, 0, 16, HostKind.LINK_LOCAL),
            range(172, 16, 0, 12, HostKind.PRIVATE),
            range(192, 0, 0, 24, HostKind.RESERVED),
            range(192, 0, 2, 24, HostKind.RESERVED),
            range(192, 168, 0, 16, HostKind.PRIVATE),
            range(198, 18, 0, 15, HostKind.RESERVED),
            range(198, 51, 100, 24, HostKind.RESERVED),
            range(203, 0, 113, 24, HostKind.RESERVED),
            range(224, 0, 0, 3, HostKind.RESERVED));

    private Ipv4() {}

    private static Range range(long a, long b, long c, int prefix, HostKind kind) {
        return new Range(a << 24 | b << 16 | c << 8, prefix, kind);
    }

    static HostKind kind(long address) {
        return SPECIAL.stream()
                .filter(range -> range.holds(address))
                .findFirst()
                .map(Range::kind)
                .orElse(HostKind.PUBLIC);
    }

    /** Whether a host has to be an IPv4 address, since no domain name ends in a number. */
    static boolean looksLike(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return !last.isEmpty() && (number(last).isPresent() || last.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    /** The address as 32 bits. */
    static OptionalLong parse(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return OptionalLong.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            OptionalLong part = number(parts[i]);
            boolean last = i == parts.length - 1;
            // the last part fills all bytes that are left
            long most = last ? (1L << (8 * (5 - parts.length))) - 1 : 255;
            if (part.isEmpty() || part.getAsLong() > most) {
                return OptionalLong.empty();
            }
            address |= last ? part.getAsLong() : part.getAsLong() << (24 - 8 * i);
        }
        return OptionalLong.of(address);
    }

    private static OptionalLong number(String part) {
        boolean hex = part.startsWith("0x");
        boolean octal = !hex && part.length() > 1 && part.startsWith("0");
        String digits = hex ? part.substring(2) : part;
        int radix = hex ? 16 : octal ? 8 : 10;
        if (digits.isEmpty()) {
            return hex ? OptionalLong.of(0) : OptionalLong.empty();
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0 || value > 0xFFFFFFFFL) {
                return OptionalLong.empty();
            }
            value = value * radix + digit;
        }
        return OptionalLong.of(value);
    }
}

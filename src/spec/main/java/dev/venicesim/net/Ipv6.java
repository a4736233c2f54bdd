package dev.venicesim.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** IPv6 addresses as URLs write them between brackets, with embedded IPv4 and zones. */
final class Ipv6 {

    private Ipv6() {}

    static HostKind kind(String literal) {
        int zone = literal.indexOf('%');
        return groups(zone < 0 ? literal : literal.substring(0, zone))
                .map(Ipv6::kind)
                .orElse(HostKind.INVALID);
    }

    private static HostKind kind(int[] g) {
        if (zeros(g, 0, 5) && (g[5] == 0xFFFF || g[5] == 0)) {
            // mapped (::ffff:a.b.c.d) and the older compatible form; :: and ::1 are of the latter
            return g[5] == 0 && g[6] == 0 && g[7] <= 1 ? HostKind.LOOPBACK : Ipv4.kind(embedded(g[6], g[7]));
        }
        boolean translated = zeros(g, 0, 4) && g[4] == 0xFFFF && g[5] == 0;
        boolean nat64 = g[0] == 0x64 && g[1] == 0xFF9B && zeros(g, 2, 6);
        if (translated || nat64) {
            return Ipv4.kind(embedded(g[6], g[7]));
        }
        if (g[0] == 0x2002) {
            return Ipv4.kind(embedded(g[1], g[2]));
        }
        if ((g[0] & 0xFE00) == 0xFC00 || (g[0] & 0xFFC0) == 0xFEC0) {
            return HostKind.PRIVATE;
        }
        if ((g[0] & 0xFFC0) == 0xFE80) {
            return HostKind.LINK_LOCAL;
        }
        boolean documentation = g[0] == 0x2001 && g[1] == 0xDB8;
        // only 2000::/3 is given out
        return documentation || (g[0] & 0xE000) != 0x2000 ? HostKind.RESERVED : HostKind.PUBLIC;
    }

    private static boolean zeros(int[] groups, int from, int to) {
        for (int i = from; i < to; i++) {
            if (groups[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static long embedded(int high, int low) {
        return (long) high << 16 | low;
    }

    private static Optional<int[]> groups(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return side(text).filter(all -> all.size() == 8).map(Ipv6::array);
        }
        Optional<List<Integer>> left = side(text.substring(0, gap));
        Optional<List<Integer>> right = side(text.substring(gap + 2));
        if (left.isEmpty() || right.isEmpty() || left.get().size() + right.get().size() > 7) {
            return Optional.empty();
        }
        List<Integer> all = new ArrayList<>(left.get());
        while (all.size() + right.get().size() < 8) {
            all.add(0);
        }
        all.addAll(right.get());
        return Optional.of(array(all));
    }

    private static int[] array(List<Integer> groups) {
        return groups.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Optional<List<Integer>> side(String text) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(groups);
        }
        for (String part : text.split(":", -1)) {
            if (part.indexOf('.') >= 0) {
                OptionalLong embedded = Ipv4.parse(part);
                if (embedded.isEmpty()) {
                    return Optional.empty();
                }
                groups.add((int) (embedded.getAsLong() >> 16));
                groups.add((int) (embedded.getAsLong() & 0xFFFF));
            } else if (part.matches("[0-9a-f]{1,4}")) {
                groups.add(Integer.parseInt(part, 16));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(groups);
    }
}

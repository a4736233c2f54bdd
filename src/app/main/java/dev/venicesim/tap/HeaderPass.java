package dev.venicesim.tap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Headers of a message, and which of them are of its connection alone. */
final class HeaderPass {

    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect",
            "host",
            "content-length");

    private HeaderPass() {}

    /** Those that go on to the other side. */
    static List<Map.Entry<String, String>> passing(List<Map.Entry<String, String>> headers) {
        var named = all(headers, "connection").toLowerCase(Locale.ROOT);
        var ofTheHop = List.of(named.split("[\\s,]+", -1));
        return headers.stream()
                .filter(header -> {
                    var name = header.getKey().toLowerCase(Locale.ROOT);
                    return !OF_THE_CONNECTION.contains(name) && !ofTheHop.contains(name) && !name.startsWith(":");
                })
                .toList();
    }

    /** The values of a header; empty if it is not there. */
    static String all(List<Map.Entry<String, String>> headers, String name) {
        return String.join(
                ",",
                headers.stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /** By name, first values. */
    static Map<String, String> byName(List<Map.Entry<String, String>> headers) {
        var map = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(header -> map.putIfAbsent(header.getKey(), header.getValue()));
        return map;
    }
}

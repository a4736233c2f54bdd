package dev.venicesim.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Arguments of the form {@code name=value}. */
record Options(Map<String, String> values) {

    static Options of(String[] args) {
        var values = new LinkedHashMap<String, String>();
        for (var arg : args) {
            var parts = arg.split("=", 2);
            values.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return new Options(values);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    /** A comma-separated list; empty if it is not given. */
    List<String> list(String name) {
        var text = text(name, "");
        return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
    }
}

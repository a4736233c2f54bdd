package dev.venicesim.catalog.price;

import java.util.List;

/**
 * A pattern of model ids in which {@code *} stands for any text.
 *
 * @param parts the texts between the stars, which an id must hold in this order, the first at its start and the last at its end
 */
record Glob(List<String> parts) {

    static Glob of(String text) {
        return new Glob(List.of(text.split("\\*", -1)));
    }

    static boolean any(List<Glob> globs, String id) {
        for (var glob : globs) {
            if (glob.matches(id)) {
                return true;
            }
        }
        return false;
    }

    boolean matches(String id) {
        var first = parts.get(0);
        if (parts.size() == 1) {
            return id.equals(first);
        }
        var last = parts.get(parts.size() - 1);
        if (!id.startsWith(first) || !id.endsWith(last) || id.length() < first.length() + last.length()) {
            return false;
        }
        var from = first.length();
        for (var part : parts.subList(1, parts.size() - 1)) {
            var at = id.indexOf(part, from);
            if (at < 0) {
                return false;
            }
            from = at + part.length();
        }
        return from <= id.length() - last.length();
    }
}

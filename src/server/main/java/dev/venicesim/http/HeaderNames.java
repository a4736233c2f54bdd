package dev.venicesim.http;

import io.undertow.util.HttpString;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Header names in the form the server wants them in: made once for each of the names that are used over and over. */
final class HeaderNames {

    /** A scenario or a stub may bring names of its own, so there is an end to it. */
    private static final int MOST = 512;

    private final ConcurrentMap<String, HttpString> known = new ConcurrentHashMap<>();

    HttpString of(String name) {
        var found = known.get(name);
        if (found != null) {
            return found;
        }
        var made = new HttpString(name);
        if (known.size() < MOST) {
            known.put(name, made);
        }
        return made;
    }
}

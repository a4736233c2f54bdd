package dev.venicesim.journal;

import dev.venicesim.net.KeyMask;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API key that a request shows, hidden wherever else it stands in it or in its reply: in the path, the query, a
 * header or a body. One so short that it may be a word of its own is left where it is.
 */
public final class ShownKey {

    private static final String CREDENTIALS = "Authorization";

    private final Optional<String> key;

    private ShownKey(Optional<String> key) {
        this.key = key;
    }

    public static ShownKey of(Optional<String> key) {
        return new ShownKey(key.filter(shown -> shown.length() >= KeyMask.SHORTEST_SECRET));
    }

    /** Whether the key stands in a text. */
    public boolean isIn(String text) {
        return key.isPresent() && text.contains(key.get());
    }

    public String masked(String text) {
        return isIn(text) ? new KeyMask(key.orElseThrow()).masked(text) : text;
    }

    public List<String> masked(List<String> lines) {
        return lines.stream().anyMatch(this::isIn)
                ? lines.stream().map(this::masked).toList()
                : lines;
    }

    /** The same but for the header that is meant for keys, which is masked where it is shown. */
    public Map<String, String> masked(Map<String, String> headers) {
        if (key.isEmpty()) {
            return headers;
        }
        Map<String, String> changed = Map.of();
        for (var header : headers.entrySet()) {
            if (isIn(header.getValue()) && !header.getKey().equalsIgnoreCase(CREDENTIALS)) {
                changed = changed.isEmpty() ? new HashMap<>(headers) : changed;
                changed.put(header.getKey(), masked(header.getValue()));
            }
        }
        return changed.isEmpty() ? headers : changed;
    }

    /** A body as long as what is left of it, unless it was cut. */
    public KeptBody masked(KeptBody body) {
        if (key.isEmpty() || !(body instanceof KeptBody.Text text) || text.kept().length < KeyMask.SHORTEST_SECRET) {
            return body;
        }
        var kept = new String(text.kept(), StandardCharsets.UTF_8);
        if (!isIn(kept)) {
            return body;
        }
        var masked = masked(kept).getBytes(StandardCharsets.UTF_8);
        var isWhole = text.kept().length == text.bytes();
        return new KeptBody.Text(text.type(), masked, isWhole ? masked.length : text.bytes());
    }
}

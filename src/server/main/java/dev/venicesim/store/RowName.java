package dev.venicesim.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.venicesim.crypto.Hex;
import dev.venicesim.crypto.Sha256;
import dev.venicesim.json.Json;
import java.util.Optional;

/**
 * Name of a row in a database's index. An id that an index cannot hold, since it is long or has a zero in it, stands
 * there as its hash, and as a JSON text beside it.
 */
final class RowName {

    private static final int LONGEST = 256;

    private RowName() {}

    static String key(String id) {
        return isPlain(id) ? id : "#" + Hex.digits(Sha256.hash(id));
    }

    /** What stands beside the key, if the key is not the id itself. */
    static Optional<String> name(String id) {
        try {
            return isPlain(id) ? Optional.empty() : Optional.of(Json.mapper().writeValueAsString(id));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every text can be written", e);
        }
    }

    static String of(String key, Optional<String> name) {
        try {
            return name.isEmpty() ? key : Json.mapper().readValue(name.get(), String.class);
        } catch (JsonProcessingException e) {
            throw new StoredValueException("a stored name is no JSON", e);
        }
    }

    private static boolean isPlain(String id) {
        return id.length() <= LONGEST && id.indexOf('\0') < 0;
    }
}

package dev.venicesim.world;

/**
 * Credential that a caller is known by.
 *
 * @param type key or wallet
 * @param value the key, or the normalised address
 */
public record Credential(Type type, String value) {

    /** The kinds of credentials. */
    public enum Type {
        API_KEY,
        WALLET
    }

    public static Credential apiKey(String key) {
        return new Credential(Type.API_KEY, key);
    }

    public static Credential wallet(String address) {
        return new Credential(Type.WALLET, address);
    }

    /** Keeps the value out of logs. */
    @Override
    public String toString() {
        return type + "(...)";
    }
}

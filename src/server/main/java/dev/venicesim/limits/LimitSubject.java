package dev.venicesim.limits;

/**
 * Subject that is counted: a credential, or an address when there is none. Source:
 * docs/api/limits-and-headers.md#who-is-counted (the three values of {@code x-ratelimit-type}).
 *
 * @param type what {@code x-ratelimit-type} says
 * @param id an id of the credential that is not the credential itself, or the client's address
 */
public record LimitSubject(String type, String id) {

    /**
     * All keys of a user.
     *
     * @param id of the first of them
     */
    public static LimitSubject user(String id) {
        return new LimitSubject("user", id);
    }

    public static LimitSubject apiKey(String id) {
        return new LimitSubject("api_key", id);
    }

    public static LimitSubject wallet(String id) {
        return new LimitSubject("user", id);
    }

    /** A caller without credentials. */
    public static LimitSubject address(String address) {
        return new LimitSubject("global", address);
    }

    /** The key under which its {@link LimitState} is stored within a world. */
    public String key() {
        return type + ':' + id;
    }
}

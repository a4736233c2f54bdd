package dev.venicesim.world;

/**
 * A world that the next request to the API stands in, whatever key it carries. So a Pact verifier, which knows nothing
 * of worlds, finds the one its state was set up in.
 *
 * @param world id of the world
 * @param apiKey the key that the request's own is taken for
 * @param served a fingerprint of that request once it has come; empty before
 */
public record Impersonation(String world, String apiKey, String served) {

    /** For a request that has yet to come. */
    public static Impersonation awaiting(String world, String apiKey) {
        return new Impersonation(world, apiKey, "");
    }

    /** Whether its request has yet to come. */
    public boolean waits() {
        return served.isEmpty();
    }

    /**
     * Whether a request stands in: the first, and the first sent again, since some verifiers try a 429 or 503 twice.
     */
    public boolean takes(String fingerprint) {
        return waits() || served.equals(fingerprint);
    }

    /** This one after a request. */
    public Impersonation after(String fingerprint) {
        return new Impersonation(world, apiKey, fingerprint);
    }
}

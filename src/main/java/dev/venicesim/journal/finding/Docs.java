package dev.venicesim.journal.finding;

/** Pages of the API's documentation that the rules point to. */
final class Docs {

    private static final String ROOT = "https://docs.venice.ai/api-reference";

    static final String API = ROOT;
    static final String QUEUE = ROOT + "/endpoint/video/queue";
    static final String RETRIEVE = ROOT + "/endpoint/video/retrieve";
    static final String LIMITS = ROOT + "/rate-limiting";
    static final String SIGN_IN = ROOT + "/endpoint/x402/top-up";

    private Docs() {}
}

package dev.venicesim.journal.finding;

import dev.venicesim.error.Verified;

/** Pages of the API's documentation that the rules rest on; only addresses that its own replies and documents name. */
@Verified(on = "2026-08-21", source = "api-facts 3.2, 7: authOptions.docs, and the rate-limiting page")
final class Docs {

    static final String API = "https://docs.venice.ai/api-reference";
    static final String LIMITS = API + "/rate-limiting";
    static final String SIGN_IN = API + "/endpoint/x402/top-up";

    private Docs() {}
}

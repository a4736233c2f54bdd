package dev.venicesim.journal.finding;

import dev.venicesim.api.Verified;

/** Pages of the API's documentation that the rules rest on; only addresses that its own replies and documents name. */
@Verified(on = "2026-08-21", source = "docs/api/limits-and-headers.md#addresses-of-documentation")
final class DocsPages {

    static final String API = "https://docs.venice.ai/api-reference";
    static final String LIMITS = API + "/rate-limiting";
    static final String SIGN_IN = API + "/endpoint/x402/top-up";

    private DocsPages() {}
}

package dev.venicesim.api;

/**
 * Credentials an operation looks at. Source: the security of each operation in the OpenAPI files,
 * docs/api/wallets.md#routes-that-take-wallets, docs/api/disagreements.md#quote-without-credentials.
 */
public enum AcceptedCredentials {
    /** None is looked at, and a bad one does no harm: top-up. */
    NOTHING,
    /** A key is used if it is there and good; otherwise the caller is anonymous: quote, the model list. */
    OPTIONAL_KEY,
    /** A key may be left out, and a bad one is refused: the maps of models. */
    KEY_IF_SENT,
    /** A key is needed; sign-ins are ignored: billing, rate limits. */
    KEY,
    /** A key or a wallet; the wallet wins. Without either the caller is anonymous: video, but for quote. */
    KEY_OR_WALLET,
    /** A wallet is needed; keys are ignored: x402 balance and transactions. */
    WALLET,
    /** The token in the path is all that is needed, and names the job; headers are not looked at: download links. */
    LINK_TOKEN
}

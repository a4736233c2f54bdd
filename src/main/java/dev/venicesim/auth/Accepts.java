package dev.venicesim.auth;

/** Which credentials a route looks at. Source: the security of each operation in the OpenAPI files, api-facts 1.1 and 11 #26. */
public enum Accepts {
    /** None is looked at, and a bad one does no harm: top-up, download links. */
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
    WALLET
}

package dev.venicesim.billing;

/** Kind of an account: whose it is. */
public enum AccountKind {
    /** A Venice user's, reached with one or more API keys: dollars and DIEM, charged when a job is accepted. */
    API_KEYS,
    /** A wallet's USDC credit: held when a job is accepted, charged when it succeeds. */
    WALLET
}

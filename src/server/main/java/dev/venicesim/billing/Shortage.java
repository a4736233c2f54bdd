package dev.venicesim.billing;

/** Reason why an account cannot pay. */
public enum Shortage {
    /** Neither DIEM nor dollars suffice. */
    BALANCE,
    /** The key may not spend that much in dollars. */
    USD_SPEND_LIMIT,
    /** The key may not spend that much in DIEM, and the DIEM would have paid. */
    DIEM_SPEND_LIMIT
}

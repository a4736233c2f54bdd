package dev.venicesim.contract.check;

/** Price class of a check: what it costs to try it. */
public enum CheckCost {
    /** Nothing. */
    FREE,
    /** Money, of a real target. */
    PAID,
    /** No money, but a large upload or a blocked minute: tried only when it is asked for by name. */
    ON_REQUEST
}

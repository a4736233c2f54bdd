package dev.venicesim.kit.contract.check;

/** What trying a check costs. */
public enum Cost {
    /** Nothing. */
    FREE,
    /** Money, of a real target. */
    PAID,
    /** No money, but a large upload or a blocked minute: tried only when it is asked for by name. */
    ON_REQUEST
}

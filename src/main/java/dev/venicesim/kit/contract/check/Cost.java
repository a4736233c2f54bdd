package dev.venicesim.kit.contract.check;

/** Whether a check spends money on a real target. */
public enum Cost {
    FREE,
    PAID
}

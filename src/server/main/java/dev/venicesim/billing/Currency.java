package dev.venicesim.billing;

/** Currency that an account is kept in; one DIEM pays for one dollar. Source: docs/api/money-and-prices.md#diem. */
public enum Currency {
    USD,
    DIEM
}

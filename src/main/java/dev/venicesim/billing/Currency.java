package dev.venicesim.billing;

/** What an account is kept in; one DIEM pays for one dollar. Source: api-facts 9. */
public enum Currency {
    USD,
    DIEM
}

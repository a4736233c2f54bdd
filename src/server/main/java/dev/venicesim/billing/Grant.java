package dev.venicesim.billing;

import dev.venicesim.money.Usd;

/** Change that the control API may make to an account: the closed set behind {@code PATCH .../account}. */
public sealed interface Grant {

    /** Adds dollars; a negative amount takes them. */
    record AddUsd(Usd amount) implements Grant {}

    /** Sets the dollars held and free together. */
    record SetUsd(Usd balance) implements Grant {}

    /** Sets the DIEM balance and with it the epoch's allocation. */
    record SetDiem(Usd diem) implements Grant {}

    /** Sets what one key may spend in one currency; {@link KeyBudget#UNLIMITED} lifts the limit. */
    record SpendLimit(String keyId, Currency currency, Usd limit) implements Grant {}
}

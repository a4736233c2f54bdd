package dev.venicesim.billing;

/** Type of a ledger entry: the closed set. The API itself knows three, see {@link #wireType}. */
public enum EntryType {
    /** A wallet's payment, credited. */
    TOP_UP,
    /** The price of a job, taken. */
    CHARGE,
    /** The price of a job, given back. */
    REFUND,
    /** Money given through the control API. */
    GRANT,
    /** A balance set through the control API: the difference, up or down. */
    ADJUSTMENT,
    /** A wallet's credit set aside for a job; moves no balance. */
    HOLD,
    /** A hold given up without a charge; moves no balance. */
    RELEASE;

    /**
     * Whether the API lists such an entry: holds leave no row there. Source:
     * docs/api/disagreements.md#moment-of-a-wallet-charge.
     */
    public boolean isOnTheWire() {
        return this != HOLD && this != RELEASE;
    }

    /** Whether it is the price of a job, or that price given back: what the billing reads call usage. */
    public boolean isUsage() {
        return this == CHARGE || this == REFUND;
    }

    /**
     * The nearest of {@code TOP_UP CHARGE REFUND}; what came through the control API counts as a top-up, or a charge
     * where it took money.
     */
    public String wireType(boolean tookMoney) {
        return switch (this) {
            case TOP_UP, CHARGE, REFUND -> name();
            case GRANT, ADJUSTMENT, HOLD, RELEASE -> tookMoney ? CHARGE.name() : TOP_UP.name();
        };
    }
}

package dev.venicesim.limits;

/**
 * The failed requests of one subject, and the block they brought on.
 *
 * @param openedAtMillis when the first of them was counted, by the world's clock
 * @param count how many since
 * @param blockedUntilMillis end of the block, or 0
 */
record FailureCount(long openedAtMillis, int count, long blockedUntilMillis) {

    static final FailureCount NONE = new FailureCount(0, 0, 0);

    boolean blocks(long nowMillis) {
        return nowMillis < blockedUntilMillis;
    }

    boolean openAt(long nowMillis, FailedBudget budget) {
        return count > 0 && nowMillis < openedAtMillis + budget.window().toMillis();
    }

    /** These with one more; past the budget they become a block, and counting starts anew after it. */
    FailureCount oneMore(long nowMillis, FailedBudget budget) {
        if (blocks(nowMillis)) {
            return this;
        }
        var open = openAt(nowMillis, budget);
        var counted = open ? count + 1 : 1;
        if (counted > budget.allowed()) {
            return new FailureCount(0, 0, nowMillis + budget.block().toMillis());
        }
        return new FailureCount(open ? openedAtMillis : nowMillis, counted, 0);
    }
}

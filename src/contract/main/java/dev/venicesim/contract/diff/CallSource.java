package dev.venicesim.contract.diff;

import java.util.ArrayDeque;
import java.util.Optional;

/** Source of a conversation's requests: first what is paid for, as far as it is, then the free ones. */
final class CallSource {

    private final RandomCalls random;
    private final PaidOffers offers;
    private final ArrayDeque<ScriptedCall> paid = new ArrayDeque<>();
    private boolean begun;
    private int free;

    CallSource(RandomCalls random, int free, PaidOffers offers) {
        this.random = random;
        this.free = free;
        this.offers = offers;
    }

    Optional<ScriptedCall> next() throws InterruptedException {
        if (!begun) {
            begun = true;
            var number = 1;
            for (var body : offers.affordable()) {
                paid.addAll(random.paid(body, "job" + number++));
            }
        }
        if (!paid.isEmpty()) {
            return Optional.of(paid.removeFirst());
        }
        return free-- > 0 ? Optional.of(random.free()) : Optional.empty();
    }
}

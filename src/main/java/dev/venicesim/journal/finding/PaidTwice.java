package dev.venicesim.journal.finding;

import dev.venicesim.money.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The same request queued and paid for again because the reply to the first never came, came as a 5xx, or came after the client had given up. */
final class PaidTwice implements Rule<List<PaidTwice.Order>> {

    private static final int REMEMBERED = 8;

    /**
     * A request that was paid for.
     *
     * @param n its number
     * @param began when it came in
     * @param lostAt from when on the client knew no reply of it; {@link Instant#MAX} while it may have one
     * @param repeated whether another is known to be sent in its place
     * @param repeat whether it was sent in the place of another
     */
    record Order(long n, Instant began, Instant lostAt, boolean repeated, boolean repeat) {

        private boolean replaces(Order lost) {
            return n != lost.n && !repeat && !lost.repeated && !began.isBefore(lost.lostAt);
        }
    }

    @Override
    public Card card() {
        return new Card("paid-twice", Severity.ERROR, Docs.API);
    }

    @Override
    public Optional<String> subject(Event event) {
        return event.is("queue") && event.got(Event.Form.ACCEPTED)
                ? Optional.of(event.asked().fingerprint())
                : Optional.empty();
    }

    @Override
    public Turn<List<Order>> on(Optional<List<Order>> before, Event event) {
        var told = event.told();
        var lost = told.arrival() == Event.Arrival.LOST || told.status() >= 500;
        return judge(before, order(event, lost ? event.moment().real() : Instant.MAX), event);
    }

    /** When the client hung up is not known for sure; it may have sent the same request again at any time since it sent this one. */
    @Override
    public Turn<List<Order>> lost(Optional<List<Order>> before, Event event) {
        return judge(before, order(event, event.moment().began().plusNanos(1)), event);
    }

    private static Order order(Event event, Instant lostAt) {
        return new Order(event.n(), event.moment().began(), lostAt, false, false);
    }

    private static Turn<List<Order>> judge(Optional<List<Order>> before, Order now, Event event) {
        var orders = new ArrayList<>(before.orElse(List.of()));
        var known = orders.stream().filter(order -> order.n() == now.n()).findFirst();
        known.ifPresent(orders::remove);
        orders.add(
                known.map(order -> new Order(order.n(), order.began(), now.lostAt(), order.repeated(), order.repeat()))
                        .orElse(now));
        orders.sort(Comparator.comparing(Order::began).thenComparing(Order::n));
        if (orders.size() > REMEMBERED) {
            orders.remove(0);
        }
        for (var lost : orders) {
            for (var other : orders) {
                if (other.replaces(lost)) {
                    return paired(orders, lost, other).saying(remark(event.job().cost(), lost, other));
                }
            }
        }
        return Turn.remember(List.copyOf(orders));
    }

    private static Turn<List<Order>> paired(List<Order> orders, Order lost, Order other) {
        return Turn.remember(orders.stream()
                .map(order -> order.equals(lost)
                        ? new Order(lost.n(), lost.began(), lost.lostAt(), true, lost.repeat())
                        : order.equals(other)
                                ? new Order(other.n(), other.began(), other.lostAt(), other.repeated(), true)
                                : order)
                .toList());
    }

    private static Remark remark(Usd cost, Order lost, Order other) {
        return new Remark(
                cost,
                "queued the same request again after its reply was lost; both jobs are paid for, and the queue call has no idempotency key",
                List.of(lost.n(), other.n()));
    }
}

package dev.venicesim.journal.finding;

import dev.venicesim.money.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The same request queued and paid for again because the reply to the first never came, came as a 5xx, or came after
 * the client had given up.
 */
final class PaidTwice implements FindingRule<List<PaidTwice.Order>> {

    private static final int REMEMBERED = 8;

    /** Whoever orders the same again later than this wants it again. */
    private static final Duration RETRY = Duration.ofMinutes(10);

    /**
     * A request that was paid for.
     *
     * @param n its number
     * @param queueId the job it made
     * @param began when it came in
     * @param lostAt from when on the client knew no reply of it; {@link Instant#MAX} while it may have one
     * @param ahead how far the client's own clock was ahead of the outside world
     * @param repeated whether another is known to be sent in its place
     * @param repeat whether it was sent in the place of another
     */
    record Order(
            long n, String queueId, Instant began, Instant lostAt, Duration ahead, boolean repeated, boolean repeat) {

        private Order standing(boolean isRepeated, boolean isRepeat) {
            return new Order(n, queueId, began, lostAt, ahead, isRepeated, isRepeat);
        }

        private boolean replaces(Order lost) {
            return n != lost.n
                    && !repeat
                    && !lost.repeated
                    && !began.isBefore(lost.lostAt)
                    && !began.plus(ahead).isAfter(lost.lostAt.plus(lost.ahead).plus(RETRY));
        }
    }

    @Override
    public Card card() {
        return new Card("paid-twice", Severity.ERROR, DocsPages.API);
    }

    @Override
    public Optional<String> subject(ClientEvent event) {
        return event.is("queue") && event.got(ClientEvent.Form.ACCEPTED)
                ? Optional.of(event.asked().client() + event.asked().fingerprint())
                : Optional.empty();
    }

    @Override
    public Turn<List<Order>> on(Optional<List<Order>> before, ClientEvent event) {
        return judge(
                before,
                order(event, event.arrived() ? Instant.MAX : event.moment().real()),
                event);
    }

    /**
     * When the client hung up is not known for sure; it may have sent the same request again at any time since it sent
     * this one.
     */
    @Override
    public Turn<List<Order>> lost(Optional<List<Order>> before, ClientEvent event) {
        return judge(before, order(event, event.moment().began().plusNanos(1)), event);
    }

    private static Order order(ClientEvent event, Instant lostAt) {
        var moment = event.moment();
        return new Order(event.n(), event.job().queueId(), moment.began(), lostAt, moment.ahead(), false, false);
    }

    private static Turn<List<Order>> judge(Optional<List<Order>> before, Order now, ClientEvent event) {
        var orders = new ArrayList<>(before.orElse(List.of()));
        var known = orders.stream().filter(order -> order.n() == now.n()).findFirst();
        known.ifPresent(orders::remove);
        orders.add(known.map(order -> now.standing(order.repeated(), order.repeat()))
                .orElse(now));
        orders.sort(Comparator.comparing(Order::began).thenComparing(Order::n));
        if (orders.size() > REMEMBERED) {
            orders.remove(0);
        }
        for (var lost : orders) {
            for (var other : orders) {
                if (other.replaces(lost)) {
                    return paired(orders, lost, other)
                            .saying(rawFinding(event.job().cost(), lost, other));
                }
            }
        }
        return Turn.remember(List.copyOf(orders));
    }

    private static Turn<List<Order>> paired(List<Order> orders, Order lost, Order other) {
        return Turn.remember(orders.stream()
                .map(order -> order.equals(lost)
                        ? lost.standing(true, lost.repeat())
                        : order.equals(other) ? other.standing(other.repeated(), true) : order)
                .toList());
    }

    private static RawFinding rawFinding(Usd cost, Order lost, Order other) {
        return new RawFinding(
                cost,
                "queued the same request again after its reply was lost; both jobs are paid for, and the queue call has no idempotency key",
                List.of(lost.n(), other.n()),
                lost.queueId());
    }
}

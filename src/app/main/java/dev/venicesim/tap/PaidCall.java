package dev.venicesim.tap;

import dev.venicesim.api.Operation;
import java.util.Map;
import java.util.Set;

/** What a request may cost at its target. */
enum PaidCall {
    /** Nothing. */
    FREE,
    /** What its target quotes for it. */
    ORDER,
    /** What a wallet has signed. */
    PAYMENT,
    /** Nobody says. */
    UNKNOWN;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "DELETE");

    private static final Set<String> FREE_OF_CHARGE = Set.of(
            Operation.QUOTE.path(), Operation.RETRIEVE.path(), Operation.COMPLETE.path(), Operation.TOP_UP.path());

    /** Headers that carry a signed payment. */
    static final Set<String> PAYMENTS = Set.of("payment-signature", "x-402-payment", "x-payment");

    /**
     * @param path as the API has it, without its query
     * @param headers by name, whatever its case
     */
    static PaidCall of(String method, String path, Map<String, String> headers) {
        if (PAYMENTS.stream().anyMatch(headers::containsKey)) {
            return path.equals(Operation.TOP_UP.path()) ? PAYMENT : UNKNOWN;
        }
        if (READING.contains(method) || path.startsWith("/__sim/") || FREE_OF_CHARGE.contains(path)) {
            return FREE;
        }
        return path.equals(Operation.QUEUE.path()) && method.equals("POST") ? ORDER : UNKNOWN;
    }
}

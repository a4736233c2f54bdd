package dev.venicesim.contract.oracle;

import java.util.List;

/**
 * Oracle: one thing that holds of every reply of its kind.
 *
 * @param id group and name, such as {@code reply.cors}
 * @param says the claim in one sentence
 * @param source where it is documented or was seen
 * @param concern the replies that it is about
 * @param judge finds what deviates
 */
public record Oracle(String id, String says, String source, Concern concern, Judge judge) {

    /** Finder of the deviations in a conversation. */
    @FunctionalInterface
    public interface Judge {
        List<Deviation> deviations(List<ObservedExchange> exchanges, Reference reference);
    }
}

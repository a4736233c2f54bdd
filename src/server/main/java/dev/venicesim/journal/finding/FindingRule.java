package dev.venicesim.journal.finding;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule about the client: a pure function over what it remembers of a subject.
 *
 * @param <S> what it remembers of a subject; immutable
 */
interface FindingRule<S> {

    /** Its name and where it is written. */
    Card card();

    /**
     * A rule's name, how bad a breach is, and where it is written.
     *
     * @param api the page of the API's documentation on which it rests
     */
    record Card(String name, Severity severity, String api) {}

    /** What an event is about, such as a queue id; empty if the rule does not care. */
    Optional<String> subject(ClientEvent event);

    /** What is remembered after an event, and what is to be said of it. */
    Turn<S> on(Optional<S> before, ClientEvent event);

    /**
     * What is to be said now that the client turns out never to have got the reply to an event seen before: it had hung
     * up.
     */
    default Turn<S> lost(Optional<S> before, ClientEvent event) {
        return Turn.keep(before);
    }

    /** What is to be said now that a download that an event seen before began has ended. */
    default Turn<S> downloaded(Optional<S> before, ClientEvent event, Download download) {
        return Turn.keep(before);
    }

    /** Whether its subjects are queue ids, of jobs whose money another rule may tell of. */
    default boolean isOfJobs() {
        return false;
    }

    /** What a step leads to: the memory after it, empty to forget, and a remark. */
    record Turn<S>(Optional<S> after, Optional<RawFinding> rawFinding) {

        static <S> Turn<S> remember(S after) {
            return new Turn<>(Optional.of(after), Optional.empty());
        }

        static <S> Turn<S> forget() {
            return new Turn<>(Optional.empty(), Optional.empty());
        }

        static <S> Turn<S> keep(Optional<S> before) {
            return new Turn<>(before, Optional.empty());
        }

        Turn<S> saying(RawFinding rawFinding) {
            return new Turn<>(after, Optional.of(rawFinding));
        }
    }

    /** What is to be said of a subject about which nothing more has come. */
    default Optional<RawFinding> overdue(S state, Question question, String subject) {
        return Optional.empty();
    }

    /**
     * Somebody asks what is to be said by now.
     *
     * @param now by the world's clock
     * @param closing whether nothing more will come
     * @param jobs how a job stands
     */
    record Question(Instant now, boolean closing, Function<String, Optional<JobFacts>> jobs) {}
}

package dev.venicesim.journal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Wait for entries of a journal: it counts them as they come and go, and is forgotten once it is over. */
public final class JournalWait {

    private final Predicate<RequestRecord> wanted;
    private final int atLeast;
    private final CompletableFuture<End> end = new CompletableFuture<>();
    /** Written by the journal alone, under its lock. */
    private int found;

    /** How a wait ended. */
    public enum End {
        /** The entries are there. */
        SATISFIED,
        /** Its time was over first. */
        TIME,
        /** Nobody waits any more. */
        GIVEN_UP
    }

    JournalWait(Predicate<RequestRecord> wanted, int atLeast, Consumer<JournalWait> over) {
        this.wanted = wanted;
        this.atLeast = atLeast;
        var unused = end.thenRun(() -> over.accept(this));
    }

    /** How it ends, after so many milliseconds at the latest. */
    public CompletionStage<End> within(long millis) {
        return end.completeOnTimeout(End.TIME, millis, TimeUnit.MILLISECONDS);
    }

    /** Ends it because nobody waits any more. */
    public void giveUp() {
        end.complete(End.GIVEN_UP);
    }

    void satisfy() {
        end.complete(End.SATISFIED);
    }

    void added(RequestRecord entry) {
        if (wanted.test(entry)) {
            found++;
        }
    }

    void dropped(RequestRecord entry) {
        if (wanted.test(entry)) {
            found--;
        }
    }

    boolean isSatisfied() {
        return found >= atLeast;
    }
}

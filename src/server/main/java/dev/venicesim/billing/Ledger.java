package dev.venicesim.billing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * The history of an account: an opening balance and the entries since, ordered by instant. Immutable; an appended copy
 * shares all full chunks with its original. Past its capacity the oldest chunk is folded into the opening balance.
 *
 * <p>It is append-only: an entry that falls before the last one (a settlement noticed late, clocks read by racing
 * requests) takes the last one's instant.
 */
public final class Ledger {

    /** Entries kept. Source: docs/control-api.md#what-may-be-forgotten. */
    public static final int CAPACITY = 100_000;

    static final int CHUNK = 64;

    private final Balances opening;
    private final long folded;
    private final int capacity;
    private final LedgerEntry[][] chunks;
    private final LedgerEntry[] tail;

    private Ledger(Balances opening, long folded, int capacity, LedgerEntry[][] chunks, LedgerEntry[] tail) {
        this.opening = opening;
        this.folded = folded;
        this.capacity = capacity;
        this.chunks = chunks;
        this.tail = tail;
    }

    static Ledger opening(Balances opening, int capacity) {
        return new Ledger(opening, 0, capacity, new LedgerEntry[0][], new LedgerEntry[0]);
    }

    /** The ledger of entries that follow each other, oldest first, the first of them after so many folded ones. */
    static Ledger of(Balances opening, long folded, List<LedgerEntry> entries) {
        var ledger = new Ledger(opening, folded, CAPACITY, new LedgerEntry[0][], new LedgerEntry[0]);
        var whole = entries.size() / CHUNK;
        var chunks = new LedgerEntry[whole][];
        for (var i = 0; i < whole; i++) {
            chunks[i] = entries.subList(i * CHUNK, (i + 1) * CHUNK).toArray(ledger.tail);
        }
        var tail = entries.subList(whole * CHUNK, entries.size()).toArray(ledger.tail);
        return new Ledger(opening, folded, CAPACITY, chunks, tail);
    }

    /**
     * This ledger as somebody else has continued it.
     *
     * @param head the account's head since
     * @param entries what was added since, oldest first
     */
    Ledger continued(AccountHead head, List<LedgerEntry> entries) {
        if (head.folded() > nextSeq()) {
            return of(head.opening(), head.folded(), entries);
        }
        var ledger = this;
        for (var entry : entries) {
            ledger = ledger.with(ledger.size() == 0 ? entry : entry.sharing(ledger.last()));
        }
        while (ledger.folded < head.folded()) {
            ledger = ledger.withoutOldestChunk();
        }
        return ledger;
    }

    /** The balance before the oldest entry kept. */
    Balances opening() {
        return opening;
    }

    /** How many entries have been folded into the opening balance. */
    public long folded() {
        return folded;
    }

    public int size() {
        return chunks.length * CHUNK + tail.length;
    }

    long nextSeq() {
        return folded + size();
    }

    /** The entry at an index from the oldest kept. */
    public LedgerEntry get(int index) {
        var chunk = index / CHUNK;
        return chunk < chunks.length ? chunks[chunk][index % CHUNK] : tail[index - chunks.length * CHUNK];
    }

    /** What the account holds now; constant time. */
    Balances balances() {
        return size() == 0 ? opening : last().after();
    }

    /**
     * What the account held at an instant, entries of that instant included; before the oldest entry kept, the opening
     * balance.
     */
    public Balances at(Instant instant) {
        var entries = countUntil(instant);
        return entries == 0 ? opening : get(entries - 1).after();
    }

    /** How many of the entries kept took effect at or before an instant; logarithmic time. */
    public int countUntil(Instant instant) {
        var low = 0;
        var high = size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (get(middle).at().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The entries kept, oldest first: a view, no copy. */
    public List<LedgerEntry> entries() {
        return new View();
    }

    /** The entries that the next {@link #append} folds away; empty but for once in a chunk's length. */
    List<LedgerEntry> nextFolded() {
        return size() < capacity || chunks.length == 0 ? List.of() : List.of(chunks[0]);
    }

    Ledger append(Posting posting) {
        var room = nextFolded().isEmpty() ? this : withoutOldestChunk();
        return room.with(new LedgerEntry(
                nextSeq(),
                instantOf(posting),
                posting.type(),
                posting.currency(),
                posting.amount(),
                balances().plus(posting.change()),
                posting.purchase(),
                posting.why()));
    }

    /** A purchase as this ledger keeps it. */
    Purchase kept(Purchase purchase) {
        return size() == 0 ? purchase : purchase.sharing(last().purchase());
    }

    LedgerEntry last() {
        return get(size() - 1);
    }

    private Instant instantOf(Posting posting) {
        var at = posting.at().truncatedTo(ChronoUnit.MILLIS);
        return size() > 0 && last().at().isAfter(at) ? last().at() : at;
    }

    private Ledger with(LedgerEntry entry) {
        var grown = Arrays.copyOf(tail, tail.length + 1);
        grown[tail.length] = entry;
        if (grown.length < CHUNK) {
            return new Ledger(opening, folded, capacity, chunks, grown);
        }
        var more = Arrays.copyOf(chunks, chunks.length + 1);
        more[chunks.length] = grown;
        return new Ledger(opening, folded, capacity, more, new LedgerEntry[0]);
    }

    private Ledger withoutOldestChunk() {
        var kept = Arrays.copyOfRange(chunks, 1, chunks.length);
        return new Ledger(chunks[0][CHUNK - 1].after(), folded + CHUNK, capacity, kept, tail);
    }

    private final class View extends AbstractList<LedgerEntry> implements RandomAccess {

        @Override
        public LedgerEntry get(int index) {
            return Ledger.this.get(index);
        }

        @Override
        public int size() {
            return Ledger.this.size();
        }
    }
}

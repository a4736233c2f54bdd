package dev.venicesim.journal;

import java.util.ArrayDeque;
import java.util.List;

/** The latest requests of one world, bounded. */
public final class Journal {

    private final int capacity;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private long count;

    Journal(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(Entry entry) {
        count++;
        entries.add(entry.numbered(count));
        if (entries.size() > capacity) {
            entries.remove();
        }
    }

    /** What is still kept, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}

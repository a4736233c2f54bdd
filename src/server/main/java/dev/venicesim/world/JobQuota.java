package dev.venicesim.world;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Quota of jobs, by the memory that they take: so many in a server, and half of that in one world, so that none fills it
 * for the others. What is counted is in this process, like the memory.
 */
public final class JobQuota {

    /**
     * What a job takes with its ledger entries, its link and its place in the maps, and room beside them: 200,000 of
     * these fit into a heap of 256 MB.
     */
    private static final long BYTES = 1280;

    private final long most;
    private final AtomicLong total = new AtomicLong();
    private final ConcurrentMap<String, Long> byWorld = new ConcurrentHashMap<>();

    JobQuota(long most) {
        this.most = most;
    }

    static JobQuota ofHeap() {
        return new JobQuota(Runtime.getRuntime().maxMemory() / BYTES);
    }

    /** Whether a world may have one more job. */
    public boolean hasRoom(World world) {
        return total.get() < most && byWorld.getOrDefault(world.id(), 0L) < most / 2;
    }

    /** Whether a new world may have so many. */
    boolean hasRoomFor(int count) {
        return total.get() + count <= most && count <= most / 2;
    }

    /** Counts the jobs of a new world. */
    void restored(String world, int count) {
        if (count > 0) {
            byWorld.put(world, (long) count);
            total.addAndGet(count);
        }
    }

    /** Counts a job that was queued. */
    public void queued(World world) {
        byWorld.merge(world.id(), 1L, Long::sum);
        total.incrementAndGet();
    }

    /** Counts a job no more. */
    void forgotten(World world) {
        byWorld.computeIfPresent(world.id(), (id, count) -> {
            total.decrementAndGet();
            return count == 1 ? null : count - 1;
        });
    }

    /** Counts none of a world any more. */
    public void dropped(String world) {
        var count = byWorld.remove(world);
        if (count != null) {
            total.addAndGet(-count);
        }
    }
}

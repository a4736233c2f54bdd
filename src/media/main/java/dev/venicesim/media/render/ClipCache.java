package dev.venicesim.media.render;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Cache of the clips read last, within a bound on their heap; threads that ask for the same clip at once wait for one
 * rendering.
 *
 * <p>A cache and not state: whatever it forgets renders to the same bytes again. Safe for any number of threads.
 */
public final class ClipCache {

    private final long maxBytes;
    private final Map<ClipSpec, Clip> clips = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<ClipSpec, CompletableFuture<Clip>> rendering = new HashMap<>();
    private long bytes;
    private long rendered;

    /** A cache whose clips hold at most {@code maxBytes} of heap; a larger clip is rendered but not kept. */
    public ClipCache(long maxBytes) {
        if (maxBytes < 0) {
            throw new IllegalArgumentException("maxBytes must not be negative: " + maxBytes);
        }
        this.maxBytes = maxBytes;
    }

    /** The clip of {@code spec}, rendered on the calling thread unless it is there or on its way. */
    public Clip get(ClipSpec spec) {
        CompletableFuture<Clip> mine = new CompletableFuture<>();
        CompletableFuture<Clip> earlier;
        synchronized (this) {
            Clip known = clips.get(spec);
            if (known != null) {
                return known;
            }
            earlier = rendering.putIfAbsent(spec, mine);
        }
        if (earlier != null) {
            return earlier.join();
        }
        try {
            Clip clip = Clip.render(spec);
            keep(clip);
            mine.complete(clip);
            return clip;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            forgetRendering(spec);
        }
    }

    /** Bytes of heap the kept clips hold. */
    synchronized long bytes() {
        return bytes;
    }

    /** How often a clip was rendered since the cache was made. */
    synchronized long rendered() {
        return rendered;
    }

    private synchronized void keep(Clip clip) {
        rendered++;
        if (clip.heapBytes() > maxBytes) {
            return;
        }
        clips.put(clip.spec(), clip);
        bytes += clip.heapBytes();
        Iterator<Clip> oldest = clips.values().iterator();
        while (bytes > maxBytes) {
            bytes -= oldest.next().heapBytes();
            oldest.remove();
        }
    }

    private synchronized void forgetRendering(ClipSpec spec) {
        rendering.remove(spec);
    }
}

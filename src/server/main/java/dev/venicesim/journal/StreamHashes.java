package dev.venicesim.journal;

import dev.venicesim.crypto.Sha256;
import dev.venicesim.wire.Content;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hashes of streamed bodies, each computed once: a client that fetches a video again costs nothing here. */
final class StreamHashes {

    private static final int KEPT = 1024;
    private static final int BUFFER = 64 * 1024;

    private final Map<String, String> byTag = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > KEPT;
        }
    };

    String of(Content.Stream stream, String tag) {
        var key = tag + " " + stream.offset() + " " + stream.length();
        synchronized (byTag) {
            var known = byTag.get(key);
            if (known != null) {
                return known;
            }
        }
        var hash = hash(stream);
        synchronized (byTag) {
            byTag.put(key, hash);
        }
        return hash;
    }

    private static String hash(Content.Stream stream) {
        var digest = Sha256.digest();
        var buffer = ByteBuffer.allocate(BUFFER);
        for (long sent = 0; sent < stream.length(); ) {
            buffer.clear();
            buffer.limit((int) Math.min(BUFFER, stream.length() - sent));
            sent += stream.source().read(stream.offset() + sent, buffer);
            digest.update(buffer.flip());
        }
        return Hashes.hex(digest.digest());
    }
}
